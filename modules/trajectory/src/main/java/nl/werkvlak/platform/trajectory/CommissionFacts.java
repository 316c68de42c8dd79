package nl.werkvlak.platform.trajectory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import org.jspecify.annotations.Nullable;

/** What the gate reads of a commission (opdracht). */
public record CommissionFacts(
        UUID id,
        RecipientKind recipient,
        Product product,
        Set<DataCategory> dataScope,
        boolean isSicknessRelated,
        @Nullable SpecialGround specialGround,
        @Nullable Instant secrecySignedAt) {}
