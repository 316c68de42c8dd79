package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.RecordedTerms;
import nl.werkvlak.platform.trajectory.SpecialGround;
import org.jspecify.annotations.Nullable;

/** Terms of a commission, and who recorded them; the first ones came with the commission. */
public record TermsView(
        @Nullable Instant inForceFrom,
        List<DataCategory> dataScope,
        boolean sicknessRelated,
        @Nullable SpecialGround specialGround,
        @Nullable LocalDate secrecySignedOn,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt,
        @Nullable String reason) {

    static TermsView of(RecordedTerms terms) {
        var change = terms.change();
        return new TermsView(
                terms.inForceFrom(),
                terms.dataScope().stream().sorted().toList(),
                terms.isSicknessRelated(),
                terms.specialGround(),
                terms.secrecySignedOn(),
                change == null ? null : change.by(),
                change == null ? null : change.at(),
                change == null ? null : change.reason());
    }
}
