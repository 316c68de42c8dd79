package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out an accountability report: is the money well spent; four figures first, then the trend, then the tables. */
final class AccountabilitySheet {

    private final Words words;
    private final Color brand;
    private final Sheet sheet = new Sheet();

    private record Entry(String name, Unit unit, @Nullable Figure figure) {}

    AccountabilitySheet(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    Sheet of(AccountabilityDocument document) {
        AccountabilityDocument.Commission commission = document.commission();
        sheet.row(
                "title",
                words.say("title"),
                words.say(
                        "title.about",
                        words.month(document.head().period()),
                        commission.number(),
                        words.code("product", commission.product())),
                contract(commission));
        int opening = sheet.size();
        answer(document);
        new Trend(words, brand).of(document.trend(), sheet);
        flow(document.flow());
        outcome(document.outcome());
        spending(document.spending());
        guidance(document);
        ladder(document.ladder());
        if (sheet.size() == opening) {
            sheet.section("nothing");
            sheet.row("note", words.say("nothing"));
        }
        definitions(document, sheet.size() > opening);
        return sheet;
    }

    private void answer(AccountabilityDocument document) {
        List<String> cells = new ArrayList<>();
        String before = words.monthName(document.head().period().minusMonths(1));
        panel(cells, "flow.running", Unit.COUNT, document.flow().running(), before);
        panel(cells, "flow.ended", Unit.COUNT, document.flow().ended(), before);
        panel(cells, "outcome.placedShare", Unit.SHARE, document.outcome().placedShare(), before);
        panel(cells, "spending.budgetShare", Unit.SHARE, document.spending().budgetShare(), before);
        if (!cells.isEmpty()) {
            sheet.row("panels", cells.toArray(String[]::new));
        }
    }

    private void panel(List<String> cells, String key, Unit unit, @Nullable Figure figure, String before) {
        if (figure == null) {
            return;
        }
        String change = unit.change(words, figure);
        cells.add(words.say(key));
        cells.add(StatusMark.plain(unit.written(words, figure)));
        cells.add(change.isEmpty() ? "" : words.say("figures.since", change, before));
    }

    private Entry entry(String key, Unit unit, @Nullable Figure figure) {
        return new Entry(words.say(key), unit, figure);
    }

    /** Without any number of last month there are no columns for it. */
    private void table(String section, List<Entry> entries) {
        sheet.section(section, words.say(section));
        boolean compares = entries.stream()
                .anyMatch(entry -> entry.figure() != null && entry.figure().previous() != null);
        for (Entry entry : entries) {
            Figure figure = entry.figure();
            if (figure != null) {
                sheet.tableRow(
                        compares ? "figures" : "figuresNow",
                        "figure",
                        entry.name(),
                        entry.unit().written(words, figure),
                        entry.unit().written(words, figure.previous()),
                        entry.unit().change(words, figure));
            }
        }
    }

    private void flow(AccountabilityDocument.Flow flow) {
        table(
                "flow",
                List.of(
                        entry("flow.started", Unit.COUNT, flow.started()),
                        entry("flow.running", Unit.COUNT, flow.running()),
                        entry("flow.ended", Unit.COUNT, flow.ended()),
                        entry("flow.averageWeeks", Unit.DECIMAL, flow.averageWeeks())));
    }

    private void outcome(AccountabilityDocument.Outcome outcome) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry("outcome.placed", Unit.COUNT, outcome.placed()));
        entries.add(entry("outcome.placedShare", Unit.SHARE, outcome.placedShare()));
        for (AccountabilityDocument.ReasonCount reason : outcome.reasons()) {
            String name = words.code("endReason", reason.reason());
            if (name != null) {
                entries.add(new Entry(words.say("outcome.reason", name), Unit.COUNT, reason.count()));
            }
        }
        table("outcome", entries);
    }

    private void spending(AccountabilityDocument.Spending spending) {
        table(
                "spending",
                List.of(
                        entry("spending.hoursInPeriod", Unit.EXACT, spending.hoursInPeriod()),
                        entry("spending.costsInPeriod", Unit.EXACT, spending.costsInPeriod()),
                        entry("spending.hoursTotal", Unit.EXACT, spending.hoursTotal()),
                        entry("spending.costsTotal", Unit.EXACT, spending.costsTotal()),
                        entry("spending.budgetShare", Unit.SHARE, spending.budgetShare())));
    }

    private void guidance(AccountabilityDocument document) {
        AccountabilityDocument.Attendance attendance = document.attendance();
        AccountabilityDocument.Goals goals = document.goals();
        table(
                "guidance",
                List.of(
                        entry("guidance.contacts", Unit.COUNT, document.contacts()),
                        entry("guidance.held", Unit.COUNT, attendance.held()),
                        entry("guidance.cancelled", Unit.COUNT, attendance.cancelled()),
                        entry("guidance.missed", Unit.COUNT, attendance.missed()),
                        entry("guidance.share", Unit.SHARE, attendance.share()),
                        entry("goals.reached", Unit.COUNT, goals.reached()),
                        entry("goals.notReached", Unit.COUNT, goals.notReached()),
                        entry("goals.share", Unit.SHARE, goals.share())));
    }

    private void ladder(AccountabilityDocument.Ladder ladder) {
        table(
                "ladder",
                List.of(
                        entry("ladder.measured", Unit.COUNT, ladder.measured()),
                        entry("ladder.atStart", Unit.DECIMAL, ladder.atStart()),
                        entry("ladder.latest", Unit.DECIMAL, ladder.latest())));
    }

    private String contract(AccountabilityDocument.Commission commission) {
        LocalDate lastDay = commission.lastDay();
        BigDecimal budget = commission.hoursBudget();
        BigDecimal rate = commission.hourlyRate();
        return Stream.of(
                        lastDay == null
                                ? words.say("commission.from", words.date(commission.firstDay()))
                                : words.say(
                                        "commission.fromTo", words.date(commission.firstDay()), words.date(lastDay)),
                        budget == null ? null : words.say("hours.whole", words.number(budget)),
                        rate == null ? null : words.say("commission.rate", words.euros(rate)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("  ·  "));
    }

    private void definitions(AccountabilityDocument document, boolean figures) {
        sheet.section("definitions", words.say("definitions"));
        sheet.row(
                "small",
                words.say("definitions.snapshot", words.momentOf(document.head().decidedAt())));
        if (figures) {
            sheet.row("small", words.say("definitions.text"));
            sheet.row("small", words.say("definitions.suppressed"));
        }
    }
}
