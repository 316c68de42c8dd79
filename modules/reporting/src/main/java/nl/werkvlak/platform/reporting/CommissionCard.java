package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.tenancy.Letterhead;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What every report of one commission in one run has in common; it says nothing about a person. */
record CommissionCard(
        UUID run,
        UUID id,
        String tenantName,
        Letterhead letterhead,
        String number,
        String product,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable BigDecimal hoursBudget,
        @Nullable BigDecimal hourlyRate,
        YearMonth period,
        Instant decidedAt) {

    static CommissionCard load(Connection connection, CommissionWork work) throws SQLException {
        return find(connection, work, "reporting_run r on r.id = ?", work.run(), work.commission())
                .orElseThrow(() -> new IllegalStateException("A part without its commission"));
    }

    /** For what no run makes: the same, of any month, decided at this instant; nothing for another tenant's commission. */
    static Optional<CommissionCard> ofNoRun(
            Connection connection, CommissionWork work, YearMonth period, Instant decidedAt) throws SQLException {
        return find(
                connection,
                work,
                "(select ? period, cast(? as datetime(6)) decided_at) r",
                period.toString(),
                decidedAt,
                work.commission());
    }

    private static Optional<CommissionCard> find(
            Connection connection, CommissionWork work, String run, @Nullable Object... arguments) throws SQLException {
        return Sql.ofTenant(connection, work.tenant())
                .query(
                        "select t.name, t.brand_colour, t.logo, c.number, c.product, c.first_day, c.last_day, c.hours_budget,"
                                + " c.hourly_rate, r.period, r.decided_at from commission c"
                                + " join tenant t on t.id = c.tenant_id join " + run
                                + " where c.tenant_id = :tenant and c.id = ?",
                        row -> new CommissionCard(
                                work.run(),
                                work.commission(),
                                row.text("name"),
                                Letterhead.of(row),
                                row.text("number"),
                                row.text("product"),
                                row.day("first_day"),
                                row.dayOrNull("last_day"),
                                row.amountOrNull("hours_budget"),
                                row.amountOrNull("hourly_rate"),
                                YearMonth.parse(row.text("period")),
                                row.instant("decided_at")),
                        arguments)
                .stream()
                .findFirst();
    }

    /** For what is decided at another instant than that of its run: a corrected version. */
    CommissionCard decidedAt(Instant instant) {
        return new CommissionCard(
                run,
                id,
                tenantName,
                letterhead,
                number,
                product,
                firstDay,
                lastDay,
                hoursBudget,
                hourlyRate,
                period,
                instant);
    }

    DocumentHead head(@Nullable Edition edition, @Nullable Trace trace, Gate.Versions versions) {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(trace, "trace");
        return new DocumentHead(
                tenantName,
                letterhead.brandColour(),
                letterhead.logo(),
                edition.number(),
                edition.version(),
                period,
                decidedAt,
                trace.code(),
                versions.regulation(),
                versions.matrix());
    }
}
