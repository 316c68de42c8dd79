package nl.werkvlak.platform.rendering;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.renderers.AbstractRenderer;

/** Lines over time, drawn as vectors: no frame, no legend, every line named where it ends. */
final class LineChart extends AbstractRenderer implements Pictured {

    private static final Color LABEL = new Color(0x5b6470);
    private static final Color HAIRLINE = new Color(0xd5dae0);
    private static final float TEXT_SIZE = 8.5f;
    private static final double LEFT = 18;
    private static final double TOP = 6;
    private static final double BOTTOM = 16;
    private static final double APART = 11;
    private static final double DOT = 2.4;

    /** A point: {@code across} runs from 0, the first moment, to 1, the last one. */
    record Point(double across, double value) {}

    /** @param name stands beside the last point */
    record Line(String name, Color colour, List<Point> points) {}

    /** A text under the axis. */
    record Mark(double across, String text) {}

    /** The values at the foot and the head of the chart, and those that get a hairline. */
    record Scale(double least, double most, List<Integer> ticks) {

        private static final int[] STEPS = {1, 2, 5};
        private static final int MOST_TICKS = 5;

        /** From zero to a round number at or above {@code most}, in at most five round steps. */
        static Scale fromZero(double most) {
            int step = 1;
            for (int size = 1, i = 0; most > (double) step * MOST_TICKS; i++) {
                size = i % STEPS.length == STEPS.length - 1 ? size * 10 : size;
                step = STEPS[(i + 1) % STEPS.length] * size;
            }
            List<Integer> ticks = new ArrayList<>();
            int tick = 0;
            ticks.add(tick);
            while (tick < most) {
                tick += step;
                ticks.add(tick);
            }
            return new Scale(0, Math.max(1, tick), ticks);
        }
    }

    private final Scale scale;
    private final List<Line> lines;
    private final List<Mark> marks;
    private final double right;
    private final String inWords;

    /**
     * @param right points kept free for the names at the ends of the lines
     * @param inWords what the chart is of, and every number in it
     */
    LineChart(Scale scale, List<Line> lines, List<Mark> marks, double right, String inWords) {
        this.scale = scale;
        this.lines = List.copyOf(lines);
        this.marks = List.copyOf(marks);
        this.right = right;
        this.inWords = inWords;
    }

    @Override
    public String inWords() {
        return inWords;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D page, Rectangle2D frame) {
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        page.translate(frame.getX(), frame.getY());
        var area = new Rectangle2D.Double(LEFT, TOP, frame.getWidth() - LEFT - right, frame.getHeight() - TOP - BOTTOM);
        page.setFont(font(context, Font.PLAIN));
        drawScale(page, area);
        drawMarks(page, area);
        lines.forEach(line -> drawLine(page, area, line));
        page.setFont(font(context, Font.BOLD));
        drawNames(page, area);
        page.translate(-frame.getX(), -frame.getY());
    }

    private static Font font(JasperReportsContext context, int style) {
        return FontUtil.getInstance(context)
                .getAwtFontFromBundles(HouseStyle.FONT, style, TEXT_SIZE, Locale.ROOT, false);
    }

    private void drawScale(Graphics2D page, Rectangle2D area) {
        page.setStroke(new BasicStroke(0.5f));
        for (int tick : scale.ticks()) {
            double y = down(area, tick);
            page.setColor(HAIRLINE);
            page.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
            page.setColor(LABEL);
            String text = Integer.toString(tick);
            page.drawString(
                    text, (float) (LEFT - 6 - page.getFontMetrics().stringWidth(text)), (float) (y + TEXT_SIZE / 3));
        }
    }

    private void drawMarks(Graphics2D page, Rectangle2D area) {
        page.setColor(LABEL);
        for (Mark mark : marks) {
            double width = page.getFontMetrics().stringWidth(mark.text());
            double x = across(area, mark.across()) - width / 2;
            x = Math.min(Math.max(x, area.getX()), area.getMaxX() + right - width);
            page.drawString(mark.text(), (float) x, (float) (area.getMaxY() + BOTTOM - 3));
        }
    }

    private void drawLine(Graphics2D page, Rectangle2D area, Line line) {
        page.setColor(line.colour());
        page.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var path = new Path2D.Double();
        boolean down = false;
        for (Point point : line.points()) {
            if (Double.isNaN(point.value())) {
                down = false;
                continue;
            }
            double x = across(area, point.across());
            double y = down(area, point.value());
            if (down) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
            }
            page.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
            down = true;
        }
        page.draw(path);
    }

    /** Names that would cover each other are moved apart, the highest line first. */
    private void drawNames(Graphics2D page, Rectangle2D area) {
        record Name(Line line, double x, double y) {}
        List<Name> names = new ArrayList<>();
        for (Line line : lines) {
            line.points().stream()
                    .filter(point -> !Double.isNaN(point.value()))
                    .reduce((first, second) -> second)
                    .ifPresent(
                            last -> names.add(new Name(line, across(area, last.across()), down(area, last.value()))));
        }
        names.sort(Comparator.comparingDouble(Name::y));
        double free = Double.NEGATIVE_INFINITY;
        for (Name name : names) {
            double y = Math.max(name.y(), free);
            page.setColor(name.line().colour());
            page.drawString(name.line().name(), (float) (name.x() + 7), (float) (y + TEXT_SIZE / 3));
            free = y + APART;
        }
    }

    private static double across(Rectangle2D area, double share) {
        return area.getX() + share * area.getWidth();
    }

    private double down(Rectangle2D area, double value) {
        return area.getMaxY() - (value - scale.least()) / (scale.most() - scale.least()) * area.getHeight();
    }
}
