package nl.werkvlak.platform.rendering;

import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.ATTEND;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HOURS;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static nl.werkvlak.platform.legalbasis.DataCategory.PROGRESS;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;
import static nl.werkvlak.platform.legalbasis.Projection.AGGREGATE;
import static nl.werkvlak.platform.legalbasis.TextKind.CODE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * The content of an accountability report (verantwoordingsrapportage): one commission, or all of a tenant, over a month, a
 * quarter or a year; numbers only.
 *
 * <p>Whoever makes it counts only people whose value the gate permits, and suppresses cells that are too small,
 * including those that would give another one back.
 *
 * @param period ends with the month of the head
 * @param commissions the one that it is about, or all that are added up
 * @param contacts contact moments held in the period
 * @param trend one point per month, oldest first, up to the period of the report
 */
public record AccountabilityDocument(
        @NoPersonalData DocumentHead head,
        @NoPersonalData ReportingPeriod period,
        @NoPersonalData List<Commission> commissions,
        Flow flow,
        Outcome outcome,
        Attendance attendance,
        @Carries(value = ACT, atLeast = AGGREGATE) @Nullable Figure contacts,
        Goals goals,
        Ladder ladder,
        Spending spending,
        @Carries(value = PLAN, atLeast = AGGREGATE) List<TrendPoint> trend)
        implements ReportDocument {

    public AccountabilityDocument {
        commissions = Parts.of(commissions);
        trend = Parts.of(trend);
    }

    @Override
    public ReportingPeriod about() {
        return period;
    }

    /**
     * What was asked for; about the contract, not about a person.
     *
     * @param hoursBudget hours over the whole commission
     * @param hourlyRate euros
     */
    public record Commission(
            @NoPersonalData String number,
            @NoPersonalData String product,
            @NoPersonalData LocalDate firstDay,
            @NoPersonalData @Nullable LocalDate lastDay,
            @NoPersonalData @Nullable BigDecimal hoursBudget,
            @NoPersonalData @Nullable BigDecimal hourlyRate) {}

    /**
     * Trajectories that started in the period, ran on its last day, and ended in it.
     *
     * @param averageWeeks average length in weeks of those that ended in the period
     */
    public record Flow(
            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure started,

            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure running,

            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure ended,

            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure averageWeeks) {}

    /**
     * What became of the trajectories that ended since the commission began.
     *
     * @param placedShare placed of ended, as a percentage
     * @param durable placed by a contract of at least six months, or without an end
     * @param reasons ended by reason
     */
    public record Outcome(
            @Carries(value = RESULT, atLeast = AGGREGATE) @Nullable
            Figure placed,

            @Carries(value = RESULT, atLeast = AGGREGATE) @Nullable
            Figure placedShare,

            @Carries(value = RESULT, atLeast = AGGREGATE) @Nullable
            Figure durable,

            @Carries(value = RESULT, atLeast = AGGREGATE) List<ReasonCount> reasons) {

        public Outcome {
            reasons = Parts.of(reasons);
        }
    }

    /**
     * How many ended for one reason.
     *
     * @param reason a code of the schema, such as {@code EINDE_OPDRACHT}
     */
    public record ReasonCount(
            @Carries(value = RESULT, atLeast = AGGREGATE, text = CODE) @Nullable
            String reason,

            @Carries(value = RESULT, atLeast = AGGREGATE) @Nullable
            Figure count) {}

    /** Appointments of the period; {@code share} is held of all, {@code missedShare} missed of all, as percentages. */
    public record Attendance(
            @Carries(value = ATTEND, atLeast = AGGREGATE) @Nullable
            Figure held,

            @Carries(value = ATTEND, atLeast = AGGREGATE) @Nullable
            Figure cancelled,

            @Carries(value = ATTEND, atLeast = AGGREGATE) @Nullable
            Figure missed,

            @Carries(value = ATTEND, atLeast = AGGREGATE) @Nullable
            Figure share,

            @Carries(value = ATTEND, atLeast = AGGREGATE) @Nullable
            Figure missedShare) {}

    /** Goals decided since the commission began; {@code share} is reached of reached and not reached together. */
    public record Goals(
            @Carries(value = GOAL, atLeast = AGGREGATE) @Nullable
            Figure reached,

            @Carries(value = GOAL, atLeast = AGGREGATE) @Nullable
            Figure notReached,

            @Carries(value = GOAL, atLeast = AGGREGATE) @Nullable
            Figure share) {}

    /** Average rung of the participation ladder, at the first and at the latest measurement of the same people. */
    public record Ladder(
            @Carries(value = PROGRESS, atLeast = AGGREGATE) @Nullable
            Figure measured,

            @Carries(value = PROGRESS, atLeast = AGGREGATE) @Nullable
            Figure atStart,

            @Carries(value = PROGRESS, atLeast = AGGREGATE) @Nullable
            Figure latest) {}

    /**
     * Hours and costs, in the period and since the commission began; costs exclude VAT.
     *
     * @param budgetShare hours since the beginning of the hours budget, as a percentage
     * @param hoursPerTrajectory hours since the beginning, by the number of trajectories that started
     * @param costsPerPlacement costs since the beginning, by the number of people placed; the caller gives it, and the one
     *     before it, only where both of what it is made of may be counted
     */
    public record Spending(
            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure hoursInPeriod,

            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure costsInPeriod,

            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure hoursTotal,

            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure costsTotal,

            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure budgetShare,

            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure hoursPerTrajectory,

            @Carries(value = HOURS, atLeast = AGGREGATE) @Nullable
            Figure costsPerPlacement) {}

    /** A month in the trend: running on its last day, started and ended in it. */
    public record TrendPoint(
            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            YearMonth month,

            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure running,

            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure started,

            @Carries(value = PLAN, atLeast = AGGREGATE) @Nullable
            Figure ended) {}
}
