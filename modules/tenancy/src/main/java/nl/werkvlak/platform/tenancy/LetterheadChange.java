package nl.werkvlak.platform.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changed how the reports of a tenant look.
 *
 * @param brandColour the new colour as {@code #rrggbb}; null for a logo, and where the colour was taken away
 * @param logoDigest SHA-256 of the new logo, in hexadecimal; null for a colour, and where the logo was taken away
 * @param at when (UTC)
 * @param by the id of the account or client that was logged in
 */
public record LetterheadChange(
        What what, @Nullable String brandColour, @Nullable String logoDigest, Instant at, String by) {

    /** Of what. */
    public enum What {
        COLOUR,
        LOGO
    }
}
