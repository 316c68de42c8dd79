package nl.werkvlak.platform.subjectrights;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A restriction as it stands in the register: imposed, and then lifted, once.
 *
 * @param categories what it covers; none means all
 * @param exemptions the purposes that may go on all the same, each with its ground; one that was imported has none
 * @param informedAt when the client was told that it would be lifted (GDPR 18(3)); unknown for what was imported
 */
public record RecordedRestriction(
        UUID id,
        UUID client,
        Set<DataCategory> categories,
        Ground ground,
        Map<Purpose, Exemption> exemptions,
        Instant imposedAt,
        @Nullable Instant liftedAt,
        @Nullable Instant informedAt) {

    /** Why processing is restricted (regulation art. 14.1.d, GDPR 18(1)). */
    public enum Ground {
        /** The client disputes that the data are right: as long as that is looked into (a). */
        VERZOEK_TOT_VERBETERING,
        /** The processing is unlawful, and the client does not want erasure (b). */
        ONRECHTMATIG,
        /** Werkvlak needs the data no longer, but the client does for a legal claim (c). */
        NIET_MEER_NODIG,
        /** As long as an objection is weighed (d). */
        BEZWAAR
    }

    /** Why a purpose goes on under a restriction (GDPR 18(2)). */
    public enum Exemption {
        CONSENT,
        LEGAL_CLAIM,
        RIGHTS_OF_ANOTHER,
        IMPORTANT_REASONS
    }
}
