package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every report about a trajectory tells in the same way. */
final class TrajectoryRows {

    private final Words words;
    private final Sheet sheet;

    TrajectoryRows(Words words, Sheet sheet) {
        this.words = words;
        this.sheet = sheet;
    }

    void title(DocumentHead head, String commissionNumber, @Nullable String coach) {
        String month = words.month(head.period());
        sheet.row(
                "title",
                words.say("title"),
                coach == null
                        ? words.say("title.about", month, commissionNumber)
                        : words.say("title.aboutWithCoach", month, commissionNumber, coach));
    }

    void person(ProgressDocument.Candidate candidate) {
        List<String> parts = Stream.of(
                        candidate.name(),
                        candidate.clientNumber() == null ? null : words.say("client", candidate.clientNumber()),
                        candidate.staffNumber() == null ? null : words.say("staff", candidate.staffNumber()),
                        candidate.birthDate() == null ? null : words.say("born", words.date(candidate.birthDate())),
                        candidate.maskedBsn() == null ? null : words.say("bsn", candidate.maskedBsn()))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
        if (!parts.isEmpty()) {
            String first = parts.remove(0);
            sheet.row("person", first, String.join("  ·  ", parts));
        }
    }

    void result(ProgressDocument.Result result) {
        sheet.section("result", words.say("result"));
        sheet.fact(words.say("result.endReason"), words.code("endReason", result.endReason()));
        for (ProgressDocument.Placement placement : result.placements()) {
            sheet.fact(words.say("result.placement"), placement(placement));
            sheet.fact(words.say("result.employer"), placement.employer());
        }
    }

    String placement(ProgressDocument.Placement placement) {
        return join(
                placement.startedOn() == null ? null : words.say("result.from", words.date(placement.startedOn())),
                words.code("contract", placement.contract()),
                placement.months() == null ? null : words.say("result.months", words.number(placement.months())),
                perWeek(placement.hoursPerWeek()));
    }

    static String join(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** Under its heading the charts follow. */
    void progress(ProgressDocument.Standing standing) {
        sheet.section("progress", words.say("progress"));
        sheet.fact(words.say("progress.explanation"), standing.explanation());
        sheet.fact(words.say("progress.outlook"), words.code("outlook", standing.outlook()));
        sheet.fact(words.say("progress.prognosis"), standing.prognosis());
        sheet.fact(words.say("progress.obstacles"), standing.obstacles());
    }

    void advice(ProgressDocument.Plan plan) {
        sheet.section("advice", words.say("advice"));
        sheet.fact(words.say("advice.plan"), plan.advice());
    }

    void goals(@Nullable String mainGoal, List<ProgressDocument.Goal> goals) {
        sheet.section("goals", words.say("goals"));
        sheet.fact(words.say("goals.main"), mainGoal);
        for (ProgressDocument.Goal goal : goals) {
            // A goal whose text stays inside leaves no gap that tells of it.
            if (goal.description() != null) {
                sheet.tableRow(
                        "goals",
                        "goal",
                        goal.note() == null ? goal.description() : goal.description() + "\n" + goal.note(),
                        words.date(goal.due()),
                        StatusMark.goal(words, goal.status()));
            }
        }
    }

    /** What is still to be done comes first, by when; then what was done. */
    void agreements(List<ProgressDocument.Agreement> agreements) {
        sheet.section("agreements", words.say("agreements"));
        Comparator<LocalDate> early = Comparator.nullsLast(Comparator.naturalOrder());
        agreements.stream()
                // An agreement whose text stays inside leaves no gap that tells of it.
                .filter(agreement -> agreement.action() != null)
                .sorted(Comparator.comparing((ProgressDocument.Agreement agreement) -> !agreement.isOpen())
                        .thenComparing(ProgressDocument.Agreement::due, early)
                        .thenComparing(ProgressDocument.Agreement::doneOn, early))
                .forEach(agreement -> sheet.tableRow(
                        "agreements",
                        "agreement",
                        agreement.action(),
                        words.code("who", agreement.who()),
                        words.date(agreement.due()),
                        StatusMark.agreement(words, agreement.doneOn())));
    }

    void attendance(ProgressDocument.Attendance attendance) {
        String said = join(
                counted("attendance.held", attendance.held()),
                counted("attendance.cancelled", attendance.cancelled()),
                counted("attendance.missed", attendance.missed()));
        if (!said.isEmpty()) {
            int planned = Stream.of(attendance.held(), attendance.cancelled(), attendance.missed())
                    .filter(Objects::nonNull)
                    .mapToInt(count -> count)
                    .sum();
            sheet.row(
                    "text",
                    planned == 0 ? words.say("attendance.none") : words.say("attendance", words.number(planned), said));
        }
    }

    private @Nullable String counted(String key, @Nullable Integer count) {
        return count == null ? null : words.say(key, words.number(count));
    }

    void reaction(ProgressDocument.Plan plan) {
        sheet.section("reaction", words.say("reaction"));
        sheet.fact(words.say("reaction.shownOn"), words.date(plan.shownOn()));
        sheet.fact(words.say("reaction.said"), plan.clientReaction());
        LocalDate asked = plan.satisfactionAskedOn();
        sheet.fact(
                words.say("reaction.satisfaction"),
                asked == null ? null : words.say("reaction.asked", words.date(asked)));
    }

    /** Under its heading more may follow. */
    void course(ProgressDocument.Plan plan) {
        sheet.section("course", words.say("course"));
        sheet.fact(words.say("course.product"), words.code("product", plan.product()));
        sheet.fact(words.say("course.lot"), plan.lot());
        sheet.fact(
                words.say("course.frame"),
                plan.legalFrame() == null ? words.code("frame", plan.product()) : words.code("law", plan.legalFrame()));
        sheet.fact(words.say("course.phase"), words.code("phase", plan.phase()));
        sheet.fact(words.say("course.registeredOn"), words.date(plan.registeredOn()));
        sheet.fact(words.say("course.intakeOn"), words.date(plan.intakeOn()));
        sheet.fact(words.say("course.startedOn"), words.date(plan.startedOn()));
        sheet.fact(words.say("course.plannedEnd"), plannedEnd(plan));
        sheet.fact(words.say("course.endedOn"), words.date(plan.endedOn()));
    }

    /** An end that was put off says so. */
    private @Nullable String plannedEnd(ProgressDocument.Plan plan) {
        LocalDate first = plan.firstPlannedEnd();
        String planned = words.date(plan.plannedEnd());
        if (first == null) {
            return planned;
        }
        return planned == null || first.equals(plan.plannedEnd())
                ? words.date(first)
                : words.say("course.extended", planned, words.date(first));
    }

    void employment(ProgressDocument.Employment employment, LocalDate lastDay) {
        sheet.section("employment", words.say("employment"));
        sheet.fact(words.say("employment.jobTitle"), employment.jobTitle());
        sheet.fact(words.say("employment.contractHours"), perWeek(employment.contractHours()));
        sheet.fact(words.say("employment.resumedHours"), perWeek(employment.resumedHours()));
        BigDecimal worth = employment.wageValue();
        sheet.fact(
                words.say("employment.wageValue"),
                worth == null ? null : words.say("employment.ofWage", words.number(worth)));
        LocalDate sick = employment.firstSickDay();
        sheet.fact(words.say("employment.firstSickDay"), words.date(sick));
        if (sick != null && !sick.isAfter(lastDay)) {
            sheet.fact(words.say("employment.sickWeek"), words.number(Weeks.of(sick, lastDay)));
        }
    }

    private @Nullable String perWeek(@Nullable BigDecimal hours) {
        return hours == null ? null : words.say("hours.perWeek", words.number(hours));
    }

    /** Whom to ask. It says nothing of the client, so it counts for nothing where nothing was said. */
    void people(
            @Nullable String coach, @Nullable String phone, @Nullable String deputy, @Nullable String contactPerson) {
        sheet.section("people", words.say("people"));
        if (phone != null || deputy != null) {
            sheet.fact(words.say("people.coach"), join(coach, phone));
        }
        sheet.fact(words.say("people.deputy"), deputy);
        sheet.fact(words.say("people.contactPerson"), contactPerson);
    }

    /** Since the beginning; under the heading that the report gave. */
    void total(ProgressDocument.Hours hours) {
        sheet.fact(words.say("hours.total"), words.hours(hours.total()));
        BigDecimal costs = hours.costs();
        sheet.fact(words.say("hours.costs"), costs == null ? null : words.euros(costs));
    }

    void annexes(List<ProgressDocument.Annex> annexes) {
        sheet.section("annexes", words.say("annexes"));
        for (ProgressDocument.Annex annex : annexes) {
            String type = words.code("document", annex.type());
            if (type != null) {
                sheet.fact(type, words.say("annexes.releasedOn", words.orEmpty(words.date(annex.releasedOn()))));
            }
        }
    }

    /** One sentence where nothing at all was said. */
    void orNothing(int opening) {
        if (sheet.size() == opening) {
            sheet.section("nothing");
            sheet.row("note", words.say("nothing"));
        }
    }
}
