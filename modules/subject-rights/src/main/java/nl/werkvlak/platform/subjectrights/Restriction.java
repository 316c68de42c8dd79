package nl.werkvlak.platform.subjectrights;

import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;

/**
 * A restriction of the processing of a client (beperking, regulation art. 14.1.d, GDPR 18).
 *
 * @param categories the categories it covers; none means all
 * @param exempted the purposes that may go on
 */
public record Restriction(UUID client, Set<DataCategory> categories, Period period, Set<Purpose> exempted) {

    /** It covers the category, and the purpose is not exempted; whether it is in force is a matter of its period. */
    public boolean concerns(Purpose purpose, DataCategory category) {
        return (categories.isEmpty() || categories.contains(category)) && !exempted.contains(purpose);
    }
}
