package nl.werkvlak.platform.legalbasis;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * One recorded legal basis (grondslag, regulation art. 7) with its evidence.
 *
 * @param number what the office calls it; it says nothing about a person and may stand in a trace
 * @param personal covers one client; otherwise every client of one commission
 * @param owner the client, or the commission, that it covers
 * @param balancing only for a legitimate interest
 * @param consent only for a consent
 */
public record LegalBasis(
        String number,
        Ground ground,
        boolean personal,
        UUID owner,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        Period period,
        @Nullable Balancing balancing,
        @Nullable Consent consent) {

    /** A balancing test (belangenafweging): whose interest weighs more, and whether a child's interests were weighed. */
    public record Balancing(boolean inFavour, Instant decidedAt, boolean childWeighed) {}

    /** A consent (toestemming, regulation art. 14.3); it counts until the instant of its withdrawal. */
    public record Consent(Instant givenAt, @Nullable Instant withdrawnAt) {

        public boolean isWithdrawn(Instant at) {
            return withdrawnAt != null && !at.isBefore(withdrawnAt);
        }
    }

    /** It holds this purpose and this category; whether it may be used at an instant is the gate's question. */
    public boolean covers(Purpose purpose, DataCategory category) {
        return purposes.contains(purpose) && categories.contains(category);
    }
}
