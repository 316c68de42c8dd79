package nl.werkvlak.platform.api;

import java.time.YearMonth;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.RunScope;
import org.jspecify.annotations.Nullable;

/**
 * The month to report on, and of whom; without a tenant, of all.
 *
 * @param commission one of the tenant
 * @param trajectory one of the tenant, and of the commission if that is named
 */
public record StartRun(
        YearMonth period,
        @Nullable UUID tenant,
        @Nullable UUID commission,
        @Nullable UUID trajectory) {

    RunScope scope() {
        if (tenant == null) {
            if (commission != null || trajectory != null) {
                throw BadInput.of("tenant", "missing");
            }
            return RunScope.ALL;
        }
        return new RunScope(new TenantId(tenant), commission, trajectory);
    }
}
