package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.trajectory.NewTerms;
import nl.werkvlak.platform.trajectory.SpecialGround;
import org.jspecify.annotations.Nullable;

/** Terms of a commission from an instant on; without one, from now on. */
public record RecordTerms(
        @Nullable Instant inForceFrom,
        List<DataCategory> dataScope,
        boolean sicknessRelated,
        @Nullable SpecialGround specialGround,
        @Nullable LocalDate secrecySignedOn,
        String reason) {

    NewTerms toTerms() {
        return new NewTerms(inForceFrom, Set.copyOf(dataScope), sicknessRelated, specialGround, secrecySignedOn);
    }
}
