package nl.werkvlak.platform.reporting.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * Where what happens leaves a mail to be sent, in its own transaction: what is rolled back is not told, and what is
 * committed is. A tenant without an address is told nothing.
 */
public final class MailQueue {

    /** That a report was withdrawn and which version took its place are then told by one mail. */
    private static final Duration COLLECTS = Duration.ofMinutes(1);

    /** The tenants with an address, as it was decided last. */
    static final String ADDRESSES = "(select a.tenant_id, a.address, a.language from mail_address a"
            + " where a.address is not null and not exists (select 1 from mail_address b"
            + " where b.tenant_id = a.tenant_id and b.decided_at > a.decided_at))";

    private MailQueue() {}

    /** One mail for each tenant for which this run made reports. */
    public static void ofRun(Connection connection, UUID run, Instant at) throws SQLException {
        Sql.ofPlatform(connection)
                .update(
                        "insert into mail (tenant_id, id, what, run_id, amount, queued_at, next_at)"
                                + " select p.tenant_id, uuid(), 'REPORTS', ?, count(*), ?, ? from run_part p"
                                + " join " + ADDRESSES + " a on a.tenant_id = p.tenant_id"
                                + " where p.run_id = ? and p.newly group by p.tenant_id"
                                + " on duplicate key update id = mail.id",
                        run,
                        at,
                        at,
                        run);
    }

    /** One mail to the administrators, of the alert that was just raised. */
    public static void ofAlert(Connection connection, UUID run, Instant at) throws SQLException {
        Sql.ofPlatform(connection)
                .update("insert into alert_mail (run_id, queued_at, next_at) values (?, ?, ?)", run, at, at);
    }

    /** Of the notices that were just written for a tenant; they join those that wait to be told. */
    public static void ofNotices(Connection connection, TenantId tenant, int amount, Instant at) throws SQLException {
        if (amount > 0) {
            Sql.ofTenant(connection, tenant)
                    .update(
                            "insert into mail (tenant_id, id, what, amount, queued_at, next_at)"
                                    + " select a.tenant_id, uuid(), 'NOTICES', ?, ?, ? from " + ADDRESSES + " a"
                                    + " where a.tenant_id = :tenant"
                                    + " on duplicate key update amount = mail.amount + values(amount)",
                            amount,
                            at,
                            at.plus(COLLECTS));
        }
    }
}
