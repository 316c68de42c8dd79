package nl.werkvlak.platform.rendering;

import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.ATTEND;
import static nl.werkvlak.platform.legalbasis.DataCategory.BSN;
import static nl.werkvlak.platform.legalbasis.DataCategory.CAPACITY;
import static nl.werkvlak.platform.legalbasis.DataCategory.DOC;
import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.DataCategory.EMPLOY;
import static nl.werkvlak.platform.legalbasis.DataCategory.EXP;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.HOURS;
import static nl.werkvlak.platform.legalbasis.DataCategory.IDENT;
import static nl.werkvlak.platform.legalbasis.DataCategory.PLAN;
import static nl.werkvlak.platform.legalbasis.DataCategory.PREF;
import static nl.werkvlak.platform.legalbasis.DataCategory.PROGRESS;
import static nl.werkvlak.platform.legalbasis.DataCategory.RESULT;
import static nl.werkvlak.platform.legalbasis.DataCategory.STRENGTH;
import static nl.werkvlak.platform.legalbasis.Narrowing.BEYOND_SEARCH_PROFILE;
import static nl.werkvlak.platform.legalbasis.Narrowing.EMPLOYERS_ONLY;
import static nl.werkvlak.platform.legalbasis.Narrowing.NAME;
import static nl.werkvlak.platform.legalbasis.Narrowing.NEW_EMPLOYER;
import static nl.werkvlak.platform.legalbasis.Narrowing.PUBLIC_BODIES_ONLY;
import static nl.werkvlak.platform.legalbasis.Projection.FACTS_ONLY;
import static nl.werkvlak.platform.legalbasis.Projection.HEADLINE;
import static nl.werkvlak.platform.legalbasis.Projection.MASKED;
import static nl.werkvlak.platform.legalbasis.TextKind.CODE;
import static nl.werkvlak.platform.legalbasis.TextKind.REFERENCE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.legalbasis.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * The content of a progress report (voortgangsrapportage): one trajectory, one month.
 *
 * <p>Codes are those of the schema ({@code OP_SCHEMA}, {@code GESPREK}); the texts for them come from the report's
 * bundle, and a code without a text stops the document. Every part but the head may be missing. Printing a document
 * as text shows its number only, so that nothing of a person gets into a log.
 *
 * @param commissionNumber the number of the opdracht
 * @param coach the name of Werkvlak's coach
 * @param coachPhone where the coach can be reached
 * @param deputy who stands in for the coach (waarnemer)
 * @param contactPerson of the opdrachtgever
 * @param applications the jobs that the client applied for within the period
 * @param contacts the contact moments within the period
 * @param strengths strong points at work
 * @param improvements points to improve at work
 * @param annexes the documents that the coach released (condition K11); the caller gives only those
 */
public record ProgressDocument(
        @NoPersonalData DocumentHead head,
        @NoPersonalData String commissionNumber,
        @NoPersonalData @Nullable String coach,
        @NoPersonalData @Nullable String coachPhone,
        @NoPersonalData @Nullable String deputy,

        @Carries(value = IDENT, text = TextKind.NAME) @Nullable
        String contactPerson,

        Candidate candidate,
        Employment employment,
        Plan plan,
        Standing standing,
        @Carries(GOAL) @Nullable String mainGoal,
        @Carries(GOAL) List<Goal> goals,
        @Carries(value = ACT, atLeast = FACTS_ONLY) List<Contact> contacts,
        @Carries(value = ACT, atLeast = FACTS_ONLY) List<Application> applications,
        Attendance attendance,
        Background background,
        @Carries(STRENGTH) List<String> strengths,

        @Carries(value = STRENGTH, narrowing = BEYOND_SEARCH_PROFILE)
        List<String> improvements,

        @Carries(CAPACITY) List<CapacityStatement> capacity,
        Result result,
        Hours hours,
        @Carries(DOC) List<Annex> annexes)
        implements ReportDocument {

    public ProgressDocument {
        goals = Parts.of(goals);
        contacts = Parts.of(contacts);
        applications = Parts.of(applications);
        strengths = Parts.of(strengths);
        improvements = Parts.of(improvements);
        capacity = Parts.of(capacity);
        annexes = Parts.of(annexes);
    }

    /** Who the report is about; of a BSN only the last three digits ever come here (condition K5). */
    public record Candidate(
            @Carries(value = IDENT, narrowing = NAME, text = TextKind.NAME) @Nullable
            String name,

            @Carries(value = IDENT, text = REFERENCE) @Nullable
            String clientNumber,

            @Carries(value = IDENT, text = REFERENCE) @Nullable
            String staffNumber,

            @Carries(value = IDENT, narrowing = PUBLIC_BODIES_ONLY) @Nullable
            LocalDate birthDate,

            @Carries(value = BSN, atLeast = MASKED, text = REFERENCE) @Nullable
            String maskedBsn) {

        @Override
        public String toString() {
            return "Candidate";
        }
    }

    /**
     * The job that the client has or had.
     *
     * @param contractHours hours per week
     * @param resumedHours hours per week that the client works again, as the coach saw last
     * @param wageValue what the work is worth of the wage (loonwaarde), in percent
     * @param firstSickDay given by the employer, so no other recipient gets it
     */
    public record Employment(
            @Carries(EMPLOY) @Nullable String jobTitle,
            @Carries(EMPLOY) @Nullable BigDecimal contractHours,
            @Carries(EMPLOY) @Nullable BigDecimal resumedHours,
            @Carries(EMPLOY) @Nullable BigDecimal wageValue,

            @Carries(value = EMPLOY, narrowing = EMPLOYERS_ONLY) @Nullable
            LocalDate firstSickDay) {}

    /**
     * When the trajectory runs and what was agreed. The week (x of y) follows from start and planned end.
     *
     * @param lot of the contract (perceel)
     * @param legalFrame by which law the trajectory goes, where the product does not say so
     * @param firstPlannedEnd the end that was planned at first; another planned end is an extension
     * @param advice what the coach advises, or would change in the plan
     * @param nextReportOn when the next report is made
     * @param satisfactionAskedOn when the client was asked how satisfied he or she is
     * @param shownOn the day on which the client was shown the concept of this report (condition K2)
     * @param clientReaction what the client said to it
     */
    public record Plan(
            @Carries(value = PLAN, atLeast = HEADLINE, text = CODE) @Nullable
            String product,

            @Carries(value = PLAN, text = REFERENCE) @Nullable
            String lot,

            @Carries(value = PLAN, text = CODE) @Nullable String legalFrame,

            @Carries(value = PLAN, atLeast = HEADLINE, text = CODE) @Nullable
            String phase,

            @Carries(PLAN) @Nullable LocalDate registeredOn,
            @Carries(PLAN) @Nullable LocalDate intakeOn,

            @Carries(value = PLAN, atLeast = HEADLINE) @Nullable
            LocalDate startedOn,

            @Carries(PLAN) @Nullable LocalDate firstPlannedEnd,

            @Carries(value = PLAN, atLeast = HEADLINE) @Nullable
            LocalDate plannedEnd,

            @Carries(value = PLAN, atLeast = HEADLINE) @Nullable
            LocalDate endedOn,

            @Carries(PLAN) List<Agreement> agreements,
            @Carries(PLAN) @Nullable String advice,
            @Carries(PLAN) @Nullable LocalDate nextReportOn,
            @Carries(PLAN) @Nullable LocalDate satisfactionAskedOn,
            @Carries(PLAN) @Nullable LocalDate shownOn,
            @Carries(PLAN) @Nullable String clientReaction) {

        public Plan {
            agreements = Parts.of(agreements);
        }

        /** Without the agreements that were kept already. */
        Plan toBeDone() {
            return new Plan(
                    product,
                    lot,
                    legalFrame,
                    phase,
                    registeredOn,
                    intakeOn,
                    startedOn,
                    firstPlannedEnd,
                    plannedEnd,
                    endedOn,
                    agreements.stream().filter(Agreement::isOpen).toList(),
                    advice,
                    nextReportOn,
                    satisfactionAskedOn,
                    shownOn,
                    clientReaction);
        }
    }

    /** What was agreed, who does it, by when, and when it was done if that was within the period. */
    public record Agreement(
            @Carries(PLAN) @Nullable String action,

            @Carries(value = PLAN, text = CODE) @Nullable String who,

            @Carries(PLAN) @Nullable LocalDate due,
            @Carries(PLAN) @Nullable LocalDate doneOn) {

        boolean isOpen() {
            return action != null && doneOn == null;
        }
    }

    /**
     * How the coach judges progress at the end of the period, and at every measurement until then.
     *
     * @param outlook whether the goal can be reached in time
     * @param obstacles what stands in the way at work; never what a doctor knows
     */
    public record Standing(
            @Carries(value = PROGRESS, text = CODE) @Nullable
            String status,

            @Carries(PROGRESS) @Nullable String explanation,

            @Carries(value = PROGRESS, text = CODE) @Nullable
            String outlook,

            @Carries(PROGRESS) @Nullable String prognosis,
            @Carries(PROGRESS) @Nullable String obstacles,
            @Carries(PROGRESS) List<Measurement> history) {

        public Standing {
            history = Parts.of(history);
        }
    }

    /**
     * One measurement.
     *
     * @param ladder rung of the participation ladder (participatieladder), 1 to 6
     * @param score the coach's mark, 1 to 10
     */
    public record Measurement(
            @Carries(PROGRESS) @Nullable LocalDate measuredOn,
            @Carries(PROGRESS) @Nullable Integer ladder,
            @Carries(PROGRESS) @Nullable Integer score) {}

    public record Goal(
            @Carries(GOAL) @Nullable String description,
            @Carries(GOAL) @Nullable LocalDate due,

            @Carries(value = GOAL, text = CODE) @Nullable String status,
            @Carries(GOAL) @Nullable String note) {}

    /**
     * A contact between coach and client.
     *
     * @param topic what it was about, where that is of the closed list of subjects at work (condition K16)
     * @param subject what it was about in words; not a fact but a text
     */
    public record Contact(
            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            LocalDate heldOn,

            @Carries(value = ACT, atLeast = FACTS_ONLY, text = CODE) @Nullable
            String kind,

            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            Integer minutes,

            @Carries(value = ACT, atLeast = FACTS_ONLY, text = CODE) @Nullable
            String topic,

            @Carries(ACT) @Nullable String subject) {}

    /**
     * A job that the client applied for; where is not told.
     *
     * @param job what for, in words; not a fact but a text (condition K16)
     */
    public record Application(
            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            LocalDate appliedOn,

            @Carries(value = ACT, atLeast = FACTS_ONLY, text = CODE) @Nullable
            String kind,

            @Carries(ACT) @Nullable String job,

            @Carries(value = ACT, atLeast = FACTS_ONLY, text = CODE) @Nullable
            String response) {}

    /** How many appointments of the period were held, cancelled in time, and missed; never why. */
    public record Attendance(
            @Carries(value = ATTEND, atLeast = FACTS_ONLY) @Nullable
            Integer held,

            @Carries(value = ATTEND, atLeast = FACTS_ONLY) @Nullable
            Integer cancelled,

            @Carries(value = ATTEND, atLeast = FACTS_ONLY) @Nullable
            Integer missed) {}

    /** What the client brings, and looks for. */
    public record Background(
            @Carries(EDU) @Nullable String education,
            @Carries(EXP) @Nullable String experience,
            @Carries(PREF) @Nullable String preference) {}

    /** What a doctor or labour expert wrote about remaining abilities; the caller gives only valid ones (K3). */
    public record CapacityStatement(
            @Carries(CAPACITY) @Nullable String rubric,
            @Carries(CAPACITY) @Nullable String limitation,

            @Carries(value = CAPACITY, text = CODE) @Nullable
            String sourceRole,

            @Carries(CAPACITY) @Nullable LocalDate sourceDate,
            @Carries(CAPACITY) @Nullable LocalDate validThrough,
            @Carries(CAPACITY) @Nullable String sourceDocument) {

        @Override
        public String toString() {
            return "CapacityStatement";
        }
    }

    public record Result(
            @Carries(value = RESULT, atLeast = HEADLINE) List<Placement> placements,

            @Carries(value = RESULT, atLeast = HEADLINE, text = CODE) @Nullable
            String endReason) {

        public Result {
            placements = Parts.of(placements);
        }
    }

    /**
     * Work that the client found.
     *
     * @param months length of the contract; absent for a contract without an end
     * @param employer the caller leaves this out unless the client was informed; the gate looks after the rest of K12
     */
    public record Placement(
            @Carries(value = RESULT, atLeast = HEADLINE) @Nullable
            LocalDate startedOn,

            @Carries(value = RESULT, atLeast = HEADLINE, text = CODE) @Nullable
            String contract,

            @Carries(value = RESULT, atLeast = FACTS_ONLY) @Nullable
            BigDecimal hoursPerWeek,

            @Carries(value = RESULT, atLeast = FACTS_ONLY) @Nullable
            Integer months,

            @Carries(value = RESULT, narrowing = NEW_EMPLOYER, text = TextKind.NAME) @Nullable
            String employer) {

        @Override
        public String toString() {
            return "Placement";
        }
    }

    /**
     * Hours that Werkvlak spent, with a decimal part ({@code 4.5} is four and a half).
     *
     * @param costs euros until the end of the period, without VAT; nothing where no rate was agreed
     */
    public record Hours(
            @Carries(HOURS) @Nullable BigDecimal inPeriod,
            @Carries(HOURS) @Nullable BigDecimal total,
            @Carries(HOURS) @Nullable BigDecimal costs) {}

    /** A document that goes with the report. */
    public record Annex(
            @Carries(value = DOC, text = CODE) @Nullable String type,
            @Carries(DOC) @Nullable LocalDate releasedOn) {}

    @Override
    public String toString() {
        return "ProgressDocument[" + head.reportNumber() + "]";
    }
}
