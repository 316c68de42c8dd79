package nl.werkvlak.platform.reporting.mail;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.mail.Letter.Outcome;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mail that is queued, each at most once: who sends one takes it first, and where nobody knows whether it arrived
 * it is not sent again. Rather no mail than two: whoever logs in sees the same.
 */
@Singleton
public class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final int PORTION = 100;

    /** To tenants. */
    private static final String MAIL = "mail";

    /** To the administrators; its columns mean the same. */
    private static final String ALERTS = "alert_mail";

    /** In which the platform's own people read. */
    private static final String STAFF = "nl";

    /** How long after a first failure it is tried again; twice as long after each next one. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** What could not be told by then is no news any more. */
    private static final Duration NEWS = Duration.ofDays(1);

    /** Longer than a sending can take; who took it longer ago has died. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(10);

    private final DataSource database;
    private final Optional<MailServer> server;
    private final Clock clock;

    @Inject
    public MailSender(DataSource database, Clock clock) {
        this(database, MailServer.of(System::getenv), clock);
    }

    /**
     * Through a server of one's own.
     *
     * @param server nothing: no mail is sent
     */
    public MailSender(DataSource database, Optional<MailServer> server, Clock clock) {
        this.database = database;
        this.server = server;
        this.clock = clock;
    }

    /** A mail that may be sent now: to a tenant, or without one to the administrators, about the run of that id. */
    private record Due(@Nullable TenantId tenant, UUID id, int attempts) {

        Sql sql(Connection connection) {
            return tenant == null ? Sql.ofPlatform(connection) : Sql.ofTenant(connection, tenant);
        }

        String table() {
            return tenant == null ? ALERTS : MAIL;
        }

        String row() {
            return tenant == null ? " where run_id = ?" : " where tenant_id = :tenant and id = ?";
        }

        @Override
        public String toString() {
            return tenant == null ? "of the alert of run " + id : id + " of tenant " + tenant;
        }
    }

    /** Without a mail server nothing is sent, and what is queued grows old. */
    public void sendDue() {
        var now = clock.instant();
        for (var table : List.of(MAIL, ALERTS)) {
            in(connection -> Sql.ofPlatform(connection)
                    .update(
                            "update " + table
                                    + " set state = 'UNCERTAIN', ended_at = ? where state = 'SENDING' and next_at <= ?",
                            now,
                            now));
            in(connection -> Sql.ofPlatform(connection)
                    .update(
                            "update " + table
                                    + " set state = 'GIVEN_UP', ended_at = ? where state = 'QUEUED' and queued_at <= ?",
                            now,
                            now.minus(NEWS)));
        }
        server.ifPresent(through -> {
            due("select tenant_id, id, attempts from mail", now).forEach(each -> send(each, through));
            if (through.administrators() != null) {
                due("select null tenant_id, run_id id, attempts from alert_mail", now)
                        .forEach(each -> send(each, through));
            }
        });
    }

    private List<Due> due(String select, Instant now) {
        return in(connection -> Sql.ofPlatform(connection)
                .query(
                        select + " where state = 'QUEUED' and next_at <= ? order by next_at limit ?",
                        row -> {
                            var tenant = row.uuidOrNull("tenant_id");
                            return new Due(
                                    tenant == null ? null : new TenantId(tenant),
                                    row.uuid("id"),
                                    row.number("attempts"));
                        },
                        now,
                        PORTION));
    }

    private void send(Due due, MailServer through) {
        if (!in(connection -> take(connection, due))) {
            // Another node was a moment earlier.
            return;
        }
        var letter = in(connection -> letter(connection, due, through));
        var outcome = letter.map(each -> each.send(through)).orElse(Outcome.REFUSED);
        if (outcome != Outcome.SENT) {
            LOG.warn("Mail {}: {}", due, outcome);
        }
        in(connection -> keep(connection, due, outcome));
    }

    private boolean take(Connection connection, Due due) throws SQLException {
        return due.sql(connection)
                        .update(
                                "update " + due.table() + " set state = 'SENDING', attempts = attempts + 1, next_at = ?"
                                        + due.row() + " and state = 'QUEUED'",
                                clock.instant().plus(LONGEST_SENDING),
                                due.id())
                == 1;
    }

    /** To the address as it stands now; nothing when there is none any more. */
    private static Optional<Letter> letter(Connection connection, Due due, MailServer through) throws SQLException {
        var administrators = through.administrators();
        if (due.tenant() == null) {
            return administrators == null ? Optional.empty() : alert(due.sql(connection), due.id(), administrators);
        }
        return due
                .sql(connection)
                .query(
                        "select m.what, m.amount, a.address, a.language from mail m join " + MailQueue.ADDRESSES
                                + " a on a.tenant_id = m.tenant_id where m.tenant_id = :tenant and m.id = ?",
                        row -> new Letter(
                                due.id(),
                                row.text("address"),
                                row.text("language"),
                                row.text("what"),
                                row.number("amount")),
                        due.id())
                .stream()
                .findFirst();
    }

    private static Optional<Letter> alert(Sql sql, UUID run, String administrators) throws SQLException {
        return sql
                .query(
                        "select waiting + failed amount from run_alert where run_id = ?",
                        row -> new Letter(run, administrators, STAFF, "ALERT", row.number("amount")),
                        run)
                .stream()
                .findFirst();
    }

    private int keep(Connection connection, Due due, Outcome outcome) throws SQLException {
        var sql = due.sql(connection);
        var now = clock.instant();
        if (outcome == Outcome.NOT_SENT) {
            return again(sql, due, now);
        }
        return sql.update(
                "update " + due.table() + " set state = ?, ended_at = ?" + due.row() + " and state = 'SENDING'",
                switch (outcome) {
                    case SENT -> "SENT";
                    case REFUSED -> "GIVEN_UP";
                    case NOT_SENT, UNCERTAIN -> "UNCERTAIN";
                },
                now,
                due.id());
    }

    /** A mail about notices that were written meanwhile takes this one's along: there is one of them at a time. */
    private static int again(Sql sql, Due due, Instant now) throws SQLException {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(due.attempts(), 6));
        var next = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        var joined = due.tenant() == null
                ? 0
                : sql.update(
                        "update mail q join mail m on m.tenant_id = q.tenant_id and m.id = ? and m.what = 'NOTICES'"
                                + " set q.amount = q.amount + m.amount, q.queued_at = m.queued_at, q.next_at = ?,"
                                + " q.attempts = m.attempts"
                                + " where q.tenant_id = :tenant and q.collecting",
                        due.id(),
                        next);
        return joined > 0
                ? sql.update(
                        "update mail set state = 'GIVEN_UP', ended_at = ? where tenant_id = :tenant and id = ?",
                        now,
                        due.id())
                : sql.update(
                        "update " + due.table() + " set state = 'QUEUED', next_at = ?" + due.row()
                                + " and state = 'SENDING'",
                        next,
                        due.id());
    }

    private <T> T in(Transactions.Work<T> work) {
        // Nodes that send at the same time meet at the same rows.
        return Transactions.inAnew(database, work);
    }
}
