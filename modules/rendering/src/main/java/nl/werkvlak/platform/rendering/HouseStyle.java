package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRSimpleTemplate;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontExtensionHelper;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

/** What all reports share, loaded once: fonts, styles, and an engine whose doors are closed. */
final class HouseStyle {

    static final String FONT = "Liberation Sans";

    private static final String TEXT = "Text";
    private static final float H1 = 22;

    private final SimpleJasperReportsContext context;
    private final JRTemplate styles;

    HouseStyle() {
        context = new SimpleJasperReportsContext();
        // Classes and files that a template may name: only those the engine needs, and no URL (decision 0006).
        context.setProperty("net.sf.jasperreports.report.class.filter.enabled", "true");
        // From the sixteenth report on JDK 17 makes templates through a class of its own, which the filter has to let
        // by.
        context.setProperty(
                "net.sf.jasperreports.report.class.whitelist.werkvlak", "jdk.internal.reflect.ConstructorAccessorImpl");
        context.setProperty("net.sf.jasperreports.repository.url.filter.enabled", "true");
        context.setProperty("net.sf.jasperreports.default.file.repository.enabled", "false");
        context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
        context.setProperty("net.sf.jasperreports.default.font.name", FONT);
        context.setExtensions(FontFamily.class, loadFonts(context));
        try (InputStream file = open("house-style/styles.jrtx")) {
            styles = JRXmlTemplateLoader.getInstance(context).loadTemplate(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FontFamily> loadFonts(JasperReportsContext context) {
        return SimpleFontExtensionHelper.getInstance().loadFontFamilies(context, "reports/house-style/fonts.xml");
    }

    /** A template of our own archive; a compiled template is Java serialisation and comes from nowhere else. */
    Template template(String path) {
        try (InputStream file = open(path)) {
            return Template.of((JasperReport) JRLoader.loadObject(context, file));
        } catch (JRException e) {
            throw new IllegalStateException("Cannot load template " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(HouseStyle.class.getClassLoader().getResourceAsStream("reports/" + path), path);
    }

    JasperReportsContext context() {
        return context;
    }

    /** The styles of the house, and those in the tenant's colour. */
    List<JRTemplate> styles(Color brand) {
        var own = new JRSimpleTemplate();
        try {
            own.addStyle(brandStyle("Brand", brand));
            var title = brandStyle("H1", brand);
            title.setParentStyleNameReference(TEXT);
            title.setFontSize(H1);
            title.setBold(true);
            own.addStyle(title);
        } catch (JRException e) {
            throw new IllegalStateException("Two brand styles of one name", e);
        }
        return List.of(styles, own);
    }

    private static JRDesignStyle brandStyle(String name, Color brand) {
        var style = new JRDesignStyle();
        style.setName(name);
        style.setForecolor(brand);
        if (name.equals("Brand")) {
            style.setBackcolor(brand);
            style.setMode(ModeEnum.OPAQUE);
            style.getLinePen().setLineWidth(0f);
        }
        return style;
    }
}
