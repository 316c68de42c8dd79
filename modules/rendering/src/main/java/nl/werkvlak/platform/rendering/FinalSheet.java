package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out a final report: what came of it; then what that rests on. */
final class FinalSheet {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int EXACT = 6;

    private final Words words;
    private final Color brand;
    private final Sheet sheet = new Sheet();
    private final TrajectoryRows rows;

    FinalSheet(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
        this.rows = new TrajectoryRows(words, sheet);
    }

    Sheet of(FinalDocument document) {
        rows.title(document.head(), document.commissionNumber(), document.coach());
        rows.person(document.candidate());
        int opening = sheet.size();
        outcome(document);
        panels(document);
        rows.result(document.result());
        rows.goals(document.mainGoal(), document.goals());
        rows.progress(document.standing());
        new Charts(words, brand).of(document.standing().history(), sheet);
        rows.advice(document.plan());
        rows.agreements(document.plan().agreements());
        activities(document);
        rows.reaction(document.plan());
        rows.employment(document.employment(), document.head().period().atEndOfMonth());
        rows.course(document.plan());
        sheet.section("hours", words.say("hours"));
        rows.total(document.hours());
        rows.annexes(document.annexes());
        rows.orNothing(opening);
        rows.people(document.coach(), document.coachPhone(), document.deputy(), document.contactPerson());
        return sheet;
    }

    /** The result in one sentence: the latest work, if the trajectory led to any, and else why it ended. */
    private void outcome(FinalDocument document) {
        ProgressDocument.Result result = document.result();
        String reason = words.code("endReason", result.endReason());
        ProgressDocument.Placement work = result.placements().stream()
                .filter(placement -> placement.startedOn() != null)
                .max(Comparator.comparing(
                        ProgressDocument.Placement::startedOn, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
        boolean isPlaced = reason == null || "PLAATSING".equals(result.endReason());
        if (work != null && isPlaced) {
            sheet.row("outcome", words.say("outcome.work", rows.placement(work)));
        } else if (reason != null) {
            sheet.row("outcome", isPlaced ? words.say("outcome.placed", reason) : words.say("outcome.ended", reason));
        }
    }

    private void panels(FinalDocument document) {
        Panels panels = new Panels();
        goals(document.goals(), panels);
        ladder(document.standing().history(), panels);
        duration(document.plan(), panels);
        panels.addTo(sheet);
    }

    private void goals(List<ProgressDocument.Goal> goals, Panels panels) {
        List<String> statuses = goals.stream()
                .filter(goal -> goal.description() != null)
                .map(ProgressDocument.Goal::status)
                .filter(Objects::nonNull)
                .toList();
        if (!statuses.isEmpty()) {
            long reached = statuses.stream().filter("BEHAALD"::equals).count();
            panels.add(
                    words.say("answer.goals"),
                    words.say("answer.goals.ofAll", words.number(reached), words.number(statuses.size())),
                    null,
                    new PhaseBar((double) reached / statuses.size(), brand));
        }
    }

    private void ladder(List<ProgressDocument.Measurement> history, Panels panels) {
        List<ProgressDocument.Measurement> measured = history.stream()
                .filter(each -> each.measuredOn() != null && each.ladder() != null)
                .sorted(Comparator.comparing(
                        ProgressDocument.Measurement::measuredOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        Integer first = measured.get(0).ladder();
        Integer last = measured.get(measured.size() - 1).ladder();
        if (first != null && last != null) {
            panels.add(
                    words.say("answer.ladder"),
                    words.say("answer.ladder.fromTo", words.number(first), words.number(last)),
                    words.say("answer.ladder.startAndEnd"),
                    null);
        }
    }

    private void duration(ProgressDocument.Plan plan, Panels panels) {
        LocalDate start = plan.startedOn();
        LocalDate end = plan.endedOn();
        if (start != null && end != null) {
            String product = words.code("product", plan.product());
            panels.add(
                    product == null ? words.say("answer.phase") : product,
                    words.say("answer.weeks", words.number(Weeks.of(start, end))),
                    words.say("answer.fromTo", words.date(start), words.date(end)),
                    null);
        }
    }

    private void activities(FinalDocument document) {
        sheet.section("activities", words.say("activities"));
        rows.attendance(document.attendance());
        sheet.fact(words.say("applications.all"), applications(document.applications()));
        for (FinalDocument.Activity activity : document.activities()) {
            activity(words.code("contact", activity.kind()), activity.times(), activity.minutes());
        }
        if (document.activities().size() > 1) {
            activity(
                    words.say("activities.total"),
                    sum(document.activities().stream().map(FinalDocument.Activity::times)),
                    sum(document.activities().stream().map(FinalDocument.Activity::minutes)));
        }
    }

    /** How many together, and what came of them. */
    private @Nullable String applications(List<FinalDocument.Applied> applied) {
        String came = TrajectoryRows.join(applied.stream()
                .filter(each -> each.times() != null && each.response() != null)
                .map(each -> words.say(
                        "applications.times", words.number(each.times()), words.code("response", each.response())))
                .toArray(String[]::new));
        return came.isEmpty()
                ? null
                : words.say(
                        "applications.together",
                        words.number(sum(applied.stream().map(FinalDocument.Applied::times))),
                        came);
    }

    private void activity(@Nullable String name, @Nullable Integer times, @Nullable Integer minutes) {
        sheet.tableRow(
                "activities",
                "activity",
                name,
                times == null ? null : words.number(times),
                minutes == null
                        ? null
                        : words.hours(BigDecimal.valueOf(minutes).divide(MINUTES, EXACT, RoundingMode.HALF_UP)));
    }

    private static int sum(Stream<@Nullable Integer> counts) {
        return counts.filter(Objects::nonNull).mapToInt(count -> count).sum();
    }
}
