package nl.werkvlak.platform.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.FactVersions;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what happens to the facts after a report was issued: judges reports again, withdraws what may not be given out
 * any more, and makes a corrected version of what is still permitted.
 *
 * <p>A pull never depends on it having run: it only makes the good version be there before somebody asks.
 */
@Singleton
public class Corrector {

    private static final Logger LOG = LoggerFactory.getLogger(Corrector.class);
    private static final int PORTION = 200;

    private final DataSource database;
    private final Vault vault;
    private final Renderer renderer;
    private final Clock clock;

    @Inject
    public Corrector(DataSource database, Vault vault, Renderer renderer, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Judges these reports by the facts as they are committed now. */
    void recheck(TenantId tenant, Collection<UUID> reports) {
        inTransaction(connection -> {
            new Recheck(connection, tenant, vault, renderer).judge(reports, clock.instant());
            return tenant;
        });
    }

    /**
     * Makes the version that takes the place of a withdrawn report, of what the rule permits now; nothing when it permits
     * nothing, or when the place is taken. Again is harmless.
     */
    void correct(Correction correction) {
        var isOverMany = inTransaction(connection -> new Standings(connection, correction.tenant())
                .kind(correction.report())
                .equals(Optional.of(ReportKind.ACCOUNTABILITY)));
        var isDone = inTransaction(connection -> {
            if (isOverMany) {
                TallyStore.turn(connection, correction.tenant());
            }
            var standings = new Standings(connection, correction.tenant());
            for (var withdrawn : standings.holdWithdrawn(correction.report())) {
                return correct(connection, correction, withdrawn, standings);
            }
            return true;
        });
        if (!isDone) {
            throw new IllegalStateException("The facts were changed while a report was corrected; it is tried again");
        }
    }

    private boolean correct(
            Connection connection, Correction correction, Standings.Withdrawn withdrawn, Standings standings)
            throws SQLException {
        var now = clock.instant();
        var work = new CommissionWork(withdrawn.run(), correction.tenant(), withdrawn.commission());
        var commission = CommissionCard.load(connection, work).decidedAt(now);
        var made = switch (withdrawn.kind()) {
            case ACCOUNTABILITY ->
                new AccountabilityMaker(connection, work, vault, renderer).make(commission, now, withdrawn::next);
            case INVOICE -> new InvoiceMaker(connection, work, vault, renderer).make(commission, now, withdrawn::next);
            case PROGRESS, FINAL ->
                new TrajectoryMaker(connection, work, vault, renderer, withdrawn.kind())
                        .make(commission, List.of(withdrawn.subject()), now, withdrawn::next);
        };
        if (!made.failed().isEmpty()) {
            throw new IllegalStateException("A corrected version could not be made");
        }
        // Who saw it in a list while it was being withdrawn is told as well.
        var notices = new NoticeStore(connection, correction.tenant());
        notices.withdrawn(List.of(correction.report()), now);
        if (made.reports().isEmpty()) {
            standings.lookAgain(correction.report(), made.validThrough());
            return true;
        }
        var reports = new ReportStore(connection, correction.tenant());
        var issued = reports.issue(withdrawn.kind(), commission, made, now);
        notices.corrected(List.of(correction.report()), now);
        reports.register(vault, made.keys(), issued, now);
        return !issued.isEmpty();
    }

    /** Looks at every report that a change of facts, or time alone, may have touched since the last look. */
    void follow() {
        followShared();
        while (followNews()) {
            // One portion after the other, so that what is done is kept.
        }
        followTime();
    }

    /** The matrix, the register or the retention was changed: every report is concerned. */
    private void followShared() {
        looking(FactVersions::sharedNews).ifPresent(version -> {
            for (var tenant : inTransaction(Corrector::tenants)) {
                lookAt(tenant, inTransaction(connection -> new Standings(connection, tenant).all()));
            }
            inTransaction(connection -> {
                FactVersions.sharedSeen(connection, version);
                return version;
            });
        });
    }

    private static List<TenantId> tenants(Connection connection) throws SQLException {
        return Sql.ofPlatform(connection).query("select id from tenant", row -> new TenantId(row.uuid("id")));
    }

    private boolean followNews() {
        var news = looking(connection -> FactVersions.news(connection, PORTION));
        var seen = 0;
        for (var ofTenant : news.stream()
                .collect(Collectors.groupingBy(FactVersions.News::tenant))
                .entrySet()) {
            var tenant = ofTenant.getKey();
            var subjects =
                    ofTenant.getValue().stream().map(FactVersions.News::subject).toList();
            lookAt(tenant, inTransaction(connection -> new Standings(connection, tenant).restingOn(subjects)));
            seen += inTransaction(connection -> FactVersions.seen(connection, tenant, ofTenant.getValue()));
        }
        return news.size() == PORTION && seen > 0;
    }

    private void followTime() {
        var now = clock.instant();
        var overdue = looking(connection -> Sql.ofPlatform(connection)
                .query(
                        "select tenant_id, report_id from report_standing where valid_through <= ?"
                                + " order by valid_through limit ?",
                        row -> new Correction(new TenantId(row.uuid("tenant_id")), row.uuid("report_id")),
                        now,
                        PORTION));
        overdue.stream()
                .collect(Collectors.groupingBy(
                        Correction::tenant, Collectors.mapping(Correction::report, Collectors.toList())))
                .forEach(this::lookAt);
    }

    private void lookAt(TenantId tenant, List<UUID> reports) {
        for (var from = 0; from < reports.size(); from += PORTION) {
            var portion = reports.subList(from, Math.min(from + PORTION, reports.size()));
            recheck(
                    tenant,
                    inTransaction(
                            connection -> new Standings(connection, tenant).notCurrent(portion, clock.instant())));
            inTransaction(connection -> new Standings(connection, tenant).vacant(portion))
                    .forEach(report -> correctOrPlan(new Correction(tenant, report)));
        }
    }

    /** One that cannot be made does not stop the others. */
    private void correctOrPlan(Correction correction) {
        try {
            correct(correction);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Report {} could not be corrected yet: {}",
                    correction.report(),
                    e.getClass().getName());
            inTransaction(connection -> {
                new Standings(connection, correction.tenant()).lookAgain(correction.report(), null);
                Correction.plan(connection, correction.tenant(), List.of(correction.report()), clock.instant());
                return correction;
            });
        }
    }

    /** Each node looks every few seconds, mostly for nothing. */
    private <T> T looking(Transactions.Work<T> work) {
        return Transactions.reading(database, work);
    }

    private <T> T inTransaction(Transactions.Work<T> work) {
        // Nodes that follow, pulls and corrections meet at the same reports, in whatever order: who gives way does it
        // anew.
        return Transactions.inAnew(database, work);
    }
}
