package nl.werkvlak.platform.reporting;

import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a run makes the reports of: everything, one tenant, one of its commissions, or one trajectory. Ids of commissions and
 * trajectories say nothing without their tenant.
 */
public record RunScope(
        @Nullable TenantId tenant,
        @Nullable UUID commission,
        @Nullable UUID trajectory) {

    public static final RunScope ALL = new RunScope(null, null, null);

    public RunScope {
        if (tenant == null && (commission != null || trajectory != null)) {
            throw new IllegalArgumentException("A commission or a trajectory is one of a tenant");
        }
    }

    /** There may be a report that belongs to both: two such runs would be in each other's way. Both know their commission. */
    boolean touches(RunScope other) {
        return touch(tenant, other.tenant)
                && touch(commission, other.commission)
                && touch(trajectory, other.trajectory);
    }

    private static boolean touch(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }
}
