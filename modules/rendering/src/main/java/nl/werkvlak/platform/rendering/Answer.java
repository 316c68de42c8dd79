package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reader's question, answered first: how is it going, how far is it, what comes next. */
final class Answer {

    private final Words words;
    private final Color brand;

    private record Step(String what, @Nullable LocalDate due) {}

    Answer(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    /** As many panels as there is something to say; together they fill the width. */
    void of(ProgressDocument document, Sheet sheet) {
        LocalDate lastDay = document.head().period().atEndOfMonth();
        Panels panels = new Panels();
        standing(document.standing(), panels);
        phase(document.plan(), lastDay, panels);
        next(document, lastDay, panels);
        panels.addTo(sheet);
    }

    private void standing(ProgressDocument.Standing standing, Panels panels) {
        String mark = StatusMark.progress(words, standing.status());
        if (mark != null) {
            Optional<LocalDate> latest = standing.history().stream()
                    .map(ProgressDocument.Measurement::measuredOn)
                    .flatMap(Stream::ofNullable)
                    .max(Comparator.naturalOrder());
            panels.add(
                    words.say("answer.status"),
                    mark,
                    latest.map(day -> words.say("answer.measured", words.date(day)))
                            .orElse(null),
                    null);
        }
    }

    private void phase(ProgressDocument.Plan plan, LocalDate lastDay, Panels panels) {
        LocalDate start = plan.startedOn();
        if (start == null) {
            return;
        }
        String label = Stream.of(words.code("phase", plan.phase()), words.code("product", plan.product()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(words.say("answer.phase"));
        LocalDate ended = plan.endedOn();
        LocalDate end = plan.plannedEnd();
        long week = Math.max(1, Weeks.of(start, lastDay));
        if (ended != null && !ended.isAfter(lastDay)) {
            panels.add(label, words.say("answer.ended"), words.say("answer.endedOn", words.date(ended)), null);
        } else if (end == null || end.isBefore(start)) {
            panels.add(
                    label,
                    words.say("answer.week", words.number(week)),
                    words.say("answer.since", words.date(start)),
                    null);
        } else {
            long weeks = Weeks.of(start, end);
            panels.add(
                    label,
                    words.say("answer.weekOf", words.number(week), words.number(weeks)),
                    words.say("answer.until", words.date(end)),
                    new PhaseBar((double) week / weeks, brand));
        }
    }

    /**
     * The first agreement that is still to be done and ahead, else the first open goal that is; else what is late or has no
     * day, an agreement before a goal. After the end of a trajectory nothing comes next.
     */
    private void next(ProgressDocument document, LocalDate lastDay, Panels panels) {
        if (document.plan().endedOn() != null) {
            return;
        }
        Comparator<Step> soonest = Comparator.comparing(Step::due, Comparator.nullsLast(Comparator.naturalOrder()));
        List<Step> agreed = document.plan().agreements().stream()
                .filter(ProgressDocument.Agreement::isOpen)
                .map(agreement -> new Step(words.orEmpty(agreement.action()), agreement.due()))
                .sorted(soonest)
                .toList();
        List<Step> open = document.goals().stream()
                .filter(goal -> "OPEN".equals(goal.status()) && goal.description() != null)
                .map(goal -> new Step(words.orEmpty(goal.description()), goal.due()))
                .sorted(soonest)
                .toList();
        Stream.of(ahead(agreed, lastDay), ahead(open, lastDay), agreed.stream(), open.stream())
                .flatMap(steps -> steps)
                .findFirst()
                .ifPresent(step -> panels.last(
                        words.say("answer.next"),
                        step.what(),
                        step.due() == null ? null : words.say("answer.by", words.date(step.due()))));
    }

    private static Stream<Step> ahead(List<Step> steps, LocalDate lastDay) {
        return steps.stream().filter(step -> step.due() != null && step.due().isAfter(lastDay));
    }
}
