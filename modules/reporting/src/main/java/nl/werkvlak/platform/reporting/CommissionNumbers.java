package nl.werkvlak.platform.reporting;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What each trajectory of a commission brings to its accountability, up to the end of a month. Read in sets; nobody is
 * counted yet, that is for who may be.
 */
final class CommissionNumbers {

    /** What one trajectory brings. */
    static final class Line {
        static final String NO_REASON = "no reason";

        final UUID client;
        final LocalDate startedOn;
        final @Nullable LocalDate endedOn;
        final @Nullable String endReason;
        BigDecimal hoursInPeriod = BigDecimal.ZERO;
        BigDecimal hoursBefore = BigDecimal.ZERO;
        BigDecimal hoursTotal = BigDecimal.ZERO;
        int held;
        int cancelled;
        int missed;
        boolean isDurable;
        int goalsReached;
        int goalsMissed;

        @Nullable
        Integer firstLadder;

        @Nullable
        Integer latestLadder;

        private Line(UUID client, LocalDate startedOn, @Nullable LocalDate endedOn, @Nullable String endReason) {
            this.client = client;
            this.startedOn = startedOn;
            this.endedOn = endedOn;
            this.endReason = endReason;
        }

        String reason() {
            return endReason == null ? NO_REASON : endReason;
        }

        /** All hours before the period. */
        BigDecimal hoursUntilPeriod() {
            return hoursTotal.subtract(hoursInPeriod);
        }

        boolean startedIn(YearMonth month) {
            return YearMonth.from(startedOn).equals(month);
        }

        boolean endedIn(YearMonth month) {
            return endedOn != null && YearMonth.from(endedOn).equals(month);
        }

        boolean endedBy(YearMonth month) {
            return endedOn != null && !endedOn.isAfter(month.atEndOfMonth());
        }

        /** Runs on the last day of the month. */
        boolean runsAtEndOf(YearMonth month) {
            return !startedOn.isAfter(month.atEndOfMonth())
                    && (endedOn == null || endedOn.isAfter(month.atEndOfMonth()));
        }
    }

    private final Sql sql;
    private final UUID commission;
    private final YearMonth period;
    private final Map<UUID, Line> lines = new HashMap<>();

    CommissionNumbers(Connection connection, CommissionWork work, YearMonth period) throws SQLException {
        this.sql = Sql.ofTenant(connection, work.tenant());
        this.commission = work.commission();
        this.period = period;
        read();
    }

    Map<UUID, Line> lines() {
        return lines;
    }

    private void read() throws SQLException {
        var last = period.atEndOfMonth();
        sql.stream(
                "select id, client_id, started_on, ended_on, end_reason from trajectory"
                        + " where tenant_id = :tenant and commission_id = ? and started_on <= ?",
                row -> lines.put(
                        row.uuid("id"),
                        new Line(
                                row.uuid("client_id"),
                                row.day("started_on"),
                                row.dayOrNull("ended_on"),
                                row.textOrNull("end_reason"))),
                commission,
                last);
        each(
                "select x.trajectory_id id, sum(case when worked_on >= ? then hours else 0 end) in_period,"
                        + " sum(case when worked_on >= ? and worked_on < ? then hours else 0 end) before_it,"
                        + " sum(hours) total from hours_worked x",
                " and x.worked_on <= ?",
                (line, row) -> {
                    line.hoursInPeriod = Objects.requireNonNull(row.amountOrNull("in_period"));
                    line.hoursBefore = Objects.requireNonNull(row.amountOrNull("before_it"));
                    line.hoursTotal = Objects.requireNonNull(row.amountOrNull("total"));
                },
                period.atDay(1),
                period.minusMonths(1).atDay(1),
                period.atDay(1),
                commission,
                last);
        var month = Period.ofMonth(period);
        each(
                "select x.trajectory_id id, sum(attendance = 'AANWEZIG') held, sum(attendance = 'AFGEMELD') cancelled,"
                        + " sum(attendance = 'NIET_VERSCHENEN') missed from contact_moment x",
                " and x.held_at >= ? and x.held_at < ?",
                (line, row) -> {
                    line.held = row.number("held");
                    line.cancelled = row.number("cancelled");
                    line.missed = row.number("missed");
                },
                commission,
                month.from(),
                month.until());
        each(
                "select x.trajectory_id id from placement x",
                " and x.started_on <= ? and x.contract <> 'PROEFPLAATSING'"
                        + " and (x.contract = 'ONBEPAALDE_TIJD' or x.months >= 6)",
                (line, row) -> line.isDurable = true,
                commission,
                last);
        each(
                "select x.trajectory_id id, sum(x.status = 'BEHAALD') reached,"
                        + " sum(x.status = 'NIET_BEHAALD') missed from goal x",
                "",
                (line, row) -> {
                    line.goalsReached = row.number("reached");
                    line.goalsMissed = row.number("missed");
                },
                commission);
        // The first and the last by the day, without all those between.
        each(
                "select x.trajectory_id id, substring_index(min(concat(x.measured_on, ' ', x.ladder)), ' ', -1) first,"
                        + " substring_index(max(concat(x.measured_on, ' ', x.ladder)), ' ', -1) latest from progress x",
                " and x.measured_on <= ? and x.ladder is not null",
                (line, row) -> {
                    line.firstLadder = row.number("first");
                    line.latestLadder = row.number("latest");
                },
                commission,
                last);
    }

    private interface Taker {
        void take(Line line, Sql.Row row) throws SQLException;
    }

    private void each(String select, String and, Taker taker, @Nullable Object... arguments) throws SQLException {
        sql.stream(
                select + " join trajectory t on t.tenant_id = x.tenant_id and t.id = x.trajectory_id"
                        + " where x.tenant_id = :tenant and t.commission_id = ?" + and + " group by x.trajectory_id",
                row -> {
                    var line = lines.get(row.uuid("id"));
                    if (line != null) {
                        taker.take(line, row);
                    }
                },
                arguments);
    }
}
