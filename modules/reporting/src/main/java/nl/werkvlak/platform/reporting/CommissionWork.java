package nl.werkvlak.platform.reporting;

import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;

/** The parts of one run in one commission: what one worker does at a time, for one tenant only. */
record CommissionWork(UUID run, TenantId tenant, UUID commission) {

    private static final int PARTS = 3;
    private static final UUID NO_RUN = new UUID(0, 0);

    /** Of which nothing is kept: what would be made of a commission if it were made now. */
    static CommissionWork ofNoRun(TenantId tenant, UUID commission) {
        return new CommissionWork(NO_RUN, tenant, commission);
    }

    /** As the scheduler keeps it. */
    String text() {
        return run + " " + tenant + " " + commission;
    }

    static CommissionWork of(String text) {
        var parts = text.split(" ", PARTS);
        return new CommissionWork(
                UUID.fromString(parts[0]), new TenantId(UUID.fromString(parts[1])), UUID.fromString(parts[2]));
    }
}
