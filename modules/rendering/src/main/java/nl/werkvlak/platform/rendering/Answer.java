package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** The reader's question, answered first: how is it going, how far is it, what comes next. */
final class Answer {

    private final Words words;
    private final Color brand;

    /** @param value styled text */
    private record Panel(
            String label,
            String value,
            @Nullable String note,
            @Nullable Renderable bar) {}

    private record Step(String what, @Nullable LocalDate due) {}

    Answer(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    /** As many panels as there is something to say; together they fill the width. */
    void of(ProgressDocument document, Sheet sheet) {
        LocalDate lastDay = document.head().period().atEndOfMonth();
        List<Panel> panels = Stream.of(
                        standing(document.standing()), phase(document.plan(), lastDay), next(document, lastDay))
                .flatMap(Optional::stream)
                .toList();
        if (panels.isEmpty()) {
            return;
        }
        List<String> cells = new ArrayList<>();
        String barUnder = "";
        List<Renderable> bars = new ArrayList<>();
        for (Panel panel : panels) {
            cells.add(panel.label());
            cells.add(panel.value());
            cells.add(panel.note() == null ? "" : panel.note());
            if (panel.bar() != null) {
                bars.add(panel.bar());
                barUnder = Integer.toString(cells.size() / 3);
            }
        }
        while (cells.size() < 9) {
            cells.add("");
        }
        cells.add(barUnder);
        sheet.drawing("panels" + panels.size(), bars, cells.toArray(String[]::new));
    }

    private Optional<Panel> standing(ProgressDocument.Standing standing) {
        String mark = StatusMark.progress(words, standing.status());
        if (mark == null) {
            return Optional.empty();
        }
        Optional<LocalDate> latest = standing.history().stream()
                .map(ProgressDocument.Measurement::measuredOn)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
        return Optional.of(new Panel(
                words.say("answer.status"),
                mark,
                latest.map(day -> words.say("answer.measured", words.date(day))).orElse(null),
                null));
    }

    private Optional<Panel> phase(ProgressDocument.Plan plan, LocalDate lastDay) {
        LocalDate start = plan.startedOn();
        if (start == null) {
            return Optional.empty();
        }
        String product = words.code("product", plan.product());
        String label = product == null ? words.say("answer.phase") : product;
        LocalDate ended = plan.endedOn();
        if (ended != null && !ended.isAfter(lastDay)) {
            return Optional.of(
                    new Panel(label, words.say("answer.ended"), words.say("answer.endedOn", words.date(ended)), null));
        }
        long week = Math.max(1, Weeks.of(start, lastDay));
        LocalDate end = plan.plannedEnd();
        if (end == null || end.isBefore(start)) {
            return Optional.of(new Panel(
                    label,
                    words.say("answer.week", words.number(week)),
                    words.say("answer.since", words.date(start)),
                    null));
        }
        long weeks = Weeks.of(start, end);
        return Optional.of(new Panel(
                label,
                words.say("answer.weekOf", words.number(week), words.number(weeks)),
                words.say("answer.until", words.date(end)),
                new PhaseBar((double) week / weeks, brand)));
    }

    /**
     * The first agreement that is still ahead, else the first open goal that is, else the first open goal. After the end
     * of a trajectory nothing comes next.
     */
    private Optional<Panel> next(ProgressDocument document, LocalDate lastDay) {
        if (document.plan().endedOn() != null) {
            return Optional.empty();
        }
        Comparator<Step> soonest = Comparator.comparing(Step::due, Comparator.nullsLast(Comparator.naturalOrder()));
        Stream<Step> agreed = document.plan().agreements().stream()
                .filter(agreement -> agreement.action() != null && isAhead(agreement.due(), lastDay))
                .map(agreement -> new Step(words.orEmpty(agreement.action()), agreement.due()))
                .sorted(soonest);
        List<Step> open = document.goals().stream()
                .filter(goal -> "OPEN".equals(goal.status()) && goal.description() != null)
                .map(goal -> new Step(words.orEmpty(goal.description()), goal.due()))
                .sorted(soonest)
                .toList();
        return Stream.of(agreed, open.stream().filter(step -> isAhead(step.due(), lastDay)), open.stream())
                .flatMap(steps -> steps)
                .findFirst()
                .map(step -> new Panel(
                        words.say("answer.next"),
                        StatusMark.sentence(step.what()),
                        step.due() == null ? null : words.say("answer.by", words.date(step.due())),
                        null));
    }

    private static boolean isAhead(@Nullable LocalDate due, LocalDate lastDay) {
        return due != null && due.isAfter(lastDay);
    }
}
