package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** How much of the planned time is over, as a bar from nothing to all. */
final class PhaseBar extends AbstractRenderer implements Graphics2DRenderable {

    private static final Color GROUND = new Color(0xd5dae0);

    private final double share;
    private final Color colour;

    /** @param share of the planned time, 0 to 1; what lies beyond the plan fills the bar */
    PhaseBar(double share, Color colour) {
        this.share = Math.min(1, Math.max(0, share));
        this.colour = colour;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D page, Rectangle2D frame) {
        page.setColor(GROUND);
        page.fill(frame);
        page.setColor(colour);
        page.fill(new Rectangle2D.Double(frame.getX(), frame.getY(), frame.getWidth() * share, frame.getHeight()));
    }
}
