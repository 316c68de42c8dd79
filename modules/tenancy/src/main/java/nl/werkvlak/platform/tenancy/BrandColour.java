package nl.werkvlak.platform.tenancy;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** A tenant's colour, darkened until text in it can be read on white (WCAG 2.2, 1.4.3: contrast of 4.5 to 1). */
public final class BrandColour {

    /** How much lighter white is than the darkest text that can be read on it. */
    public static final double READABLE = 4.5;

    private static final Color WERKVLAK = new Color(0x1f4e5f);
    private static final int HEX = 16;
    private static final float DARKER = 0.97f;

    private BrandColour() {}

    /**
     * The given colour where it can be read, else a darker one.
     *
     * @param hex {@code #rrggbb}, or nothing for Werkvlak's own
     */
    public static Color readable(@Nullable String hex) {
        Color colour = hex == null ? WERKVLAK : new Color(Integer.parseInt(hex.substring(1), HEX));
        while (contrastOnWhite(colour) < READABLE) {
            colour = new Color(darker(colour.getRed()), darker(colour.getGreen()), darker(colour.getBlue()));
        }
        return colour;
    }

    /** The colour that reports are printed in, as {@code #rrggbb}: the given one where that can be read, else a darker one. */
    public static String onPaper(@Nullable String hex) {
        return "#%06x".formatted(readable(hex).getRGB() & 0xffffff);
    }

    /** The contrast of a colour, as {@code #rrggbb}, with white. */
    public static double contrastOnWhite(String hex) {
        return contrastOnWhite(Color.decode(hex));
    }

    private static int darker(int channel) {
        return (int) (channel * DARKER);
    }

    /** From 1 (white itself) to 21 (black), as WCAG defines it. */
    public static double contrastOnWhite(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
