package nl.werkvlak.platform.reporting;

import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;

/**
 * How many reports of one commission a run did not issue, for one reason.
 *
 * @param tenantCode by which people know the tenant
 * @param number of the commission, as people know it
 */
public record NotIssued(
        TenantId tenant, String tenantCode, UUID commission, String number, RunPart.Reason reason, long parts) {

    public RunPart.State state() {
        return reason.state();
    }
}
