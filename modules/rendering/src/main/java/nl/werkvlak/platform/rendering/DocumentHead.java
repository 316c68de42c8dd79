package nl.werkvlak.platform.rendering;

import java.time.Instant;
import java.time.YearMonth;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.tenancy.Letterhead;
import nl.werkvlak.platform.tenancy.Logo;
import org.jspecify.annotations.Nullable;

/**
 * What every report says about itself: in its head, its foot and its metadata.
 *
 * @param tenant the opdrachtgever's name
 * @param brandColour the opdrachtgever's colour as {@code #rrggbb}; Werkvlak's own without one
 * @param version from 1; 0 for a concept, which was never issued
 * @param logo the opdrachtgever's; its name stands in that place without one
 * @param period the month that is reported on, in Amsterdam
 * @param decidedAt the instant at which the gate decided what is in the report; shown as the day it was made
 * @param traceCode leads the privacy officer to the grounds of every part
 * @param regulationVersion the version of the privacy regulation (reglement) that the decisions follow
 * @param matrixVersion the version of the disclosure matrix (verstrekkingsmatrix)
 */
public record DocumentHead(
        @NoPersonalData String tenant,
        @NoPersonalData @Nullable String brandColour,
        @NoPersonalData @Nullable Logo logo,
        @NoPersonalData String reportNumber,
        @NoPersonalData int version,
        @NoPersonalData YearMonth period,
        @NoPersonalData Instant decidedAt,
        @NoPersonalData String traceCode,
        @NoPersonalData String regulationVersion,
        @NoPersonalData String matrixVersion) {

    /** It was never issued, and says so on every page. */
    boolean isConcept() {
        return version == 0;
    }

    /** How it shows whose it is. */
    public Letterhead letterhead() {
        return new Letterhead(brandColour, logo);
    }
}
