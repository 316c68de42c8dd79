package nl.werkvlak.platform.reporting;

import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;

/**
 * The parts of one run in one commission: what one worker does at a time, for one tenant only.
 *
 * @param resumed how often the run had been resumed when this was handed out; each time all that is left is handed out anew,
 *     and what was before is void
 */
record CommissionWork(UUID run, TenantId tenant, UUID commission, int resumed) {

    private static final int PARTS = 3;
    private static final UUID NO_RUN = new UUID(0, 0);

    /** Of a run that was never resumed. */
    CommissionWork(UUID run, TenantId tenant, UUID commission) {
        this(run, tenant, commission, 0);
    }

    /** Of which nothing is kept: what would be made of a commission if it were made now. */
    static CommissionWork ofNoRun(TenantId tenant, UUID commission) {
        return new CommissionWork(NO_RUN, tenant, commission);
    }

    /** As the scheduler keeps it. */
    String text() {
        return resumed == 0 ? subject() : subject() + " " + resumed;
    }

    /** Which parts it is about, whenever it was handed out. */
    String subject() {
        return run + " " + tenant + " " + commission;
    }

    static CommissionWork of(String text) {
        var parts = text.split(" ", -1);
        return new CommissionWork(
                UUID.fromString(parts[0]),
                new TenantId(UUID.fromString(parts[1])),
                UUID.fromString(parts[2]),
                parts.length == PARTS ? 0 : Integer.parseInt(parts[PARTS]));
    }
}
