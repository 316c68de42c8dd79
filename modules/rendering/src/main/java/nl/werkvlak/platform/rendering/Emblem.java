package nl.werkvlak.platform.rendering;

import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.Renderable;
import nl.werkvlak.platform.tenancy.Logo;

/** A tenant's logo in the head of a report: taken over as it is, and read as the tenant's name. */
final class Emblem implements Renderable, DataRenderable, InWords {

    private static final long serialVersionUID = 1;

    private final byte[] jpeg;
    private final String name;

    Emblem(Logo logo, String name) {
        this.jpeg = logo.jpeg();
        this.name = name;
    }

    @Override
    public String getId() {
        return "logo";
    }

    @Override
    public byte[] getData(JasperReportsContext context) {
        return jpeg;
    }

    @Override
    public String inWords() {
        return name;
    }
}
