package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.tenancy.LetterheadChange;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changed how the reports of a tenant look.
 *
 * @param brandColour absent for a logo, and where the colour was taken away
 * @param logoSha256 in hexadecimal; absent for a colour, and where the logo was taken away
 * @param changedBy the id of the account or client
 */
public record LetterheadChangeView(
        LetterheadChange.What what,
        @Nullable String brandColour,
        @Nullable String logoSha256,
        Instant changedAt,
        String changedBy) {

    static LetterheadChangeView of(LetterheadChange change) {
        return new LetterheadChangeView(
                change.what(), change.brandColour(), change.logoDigest(), change.at(), change.by());
    }
}
