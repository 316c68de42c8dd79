package nl.werkvlak.platform.rendering;

import java.awt.Color;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/** Lays out an accountability report: is the money well spent; four figures first, then the trend, then the tables. */
final class AccountabilitySheet {

    private final Words words;
    private final Color brand;
    private final Sheet sheet = new Sheet();

    AccountabilitySheet(Words words, Color brand) {
        this.words = words;
        this.brand = brand;
    }

    Sheet of(AccountabilityDocument document) {
        title(document);
        int opening = sheet.size();
        answer(document);
        new Trend(words, brand).of(document.trend(), sheet);
        Indicators indicators = new Indicators(words, document);
        indicators.sections().forEach(this::table);
        if (sheet.size() == opening) {
            sheet.section("nothing");
            sheet.row("note", words.say("nothing"));
        }
        commissions(document.commissions());
        definitions(document, indicators);
        return sheet;
    }

    /** What one commission asked for stands in the title; those of a whole tenant stand in a list. */
    private void title(AccountabilityDocument document) {
        List<AccountabilityDocument.Commission> commissions = document.commissions();
        if (commissions.size() == 1) {
            AccountabilityDocument.Commission commission = commissions.get(0);
            sheet.row(
                    "title",
                    words.say("title"),
                    words.say(
                            "title.about",
                            words.period(document.period()),
                            commission.number(),
                            words.code("product", commission.product())),
                    contract(commission));
        } else {
            sheet.row(
                    "title",
                    words.say("title"),
                    words.say("title.aboutAll", words.period(document.period()), words.number(commissions.size())));
        }
    }

    private void commissions(List<AccountabilityDocument.Commission> commissions) {
        if (commissions.size() > 1) {
            sheet.section("commissions", words.say("commissions"));
            for (AccountabilityDocument.Commission commission : commissions) {
                sheet.row(
                        "small",
                        words.say(
                                "commissions.one",
                                commission.number(),
                                words.code("product", commission.product()),
                                contract(commission)));
            }
        }
    }

    private void answer(AccountabilityDocument document) {
        List<String> cells = new ArrayList<>();
        String before = words.periodName(document.period().before());
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
        cells.add(unit.written(words, figure));
        cells.add(change.isEmpty() ? "" : words.say("figures.since", change, before));
    }

    /** Without any number of the period before there are no columns for it. */
    private void table(Indicators.Section section) {
        sheet.section(section.key(), words.say(section.key()));
        boolean compares =
                section.indicators().stream().anyMatch(each -> each.figure().previous() != null);
        for (Indicators.Indicator each : section.indicators()) {
            Figure figure = each.figure();
            sheet.tableRow(
                    compares ? "figures" : "figuresNow",
                    "figure",
                    each.name(),
                    each.unit().written(words, figure),
                    each.unit().written(words, figure.previous()),
                    each.unit().change(words, figure));
        }
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

    /** Only of what is shown: a formula of something else would tell that it was left out. */
    private void definitions(AccountabilityDocument document, Indicators indicators) {
        sheet.section("definitions", words.say("definitions"));
        sheet.row(
                "small",
                words.say("definitions.snapshot", words.momentOf(document.head().decidedAt())));
        for (Indicators.Section section : indicators.sections()) {
            for (Indicators.Indicator each : section.indicators()) {
                String formula = indicators.formula(each);
                if (formula != null) {
                    sheet.row("small", words.say("definitions.one", each.name(), formula));
                }
            }
        }
        if (!indicators.sections().isEmpty()) {
            sheet.row("small", words.say("definitions.suppressed"));
        }
        if (document.commissions().size() > 1 || document.period().span() != ReportingPeriod.Span.MONTH) {
            sheet.row("small", words.say("definitions.addedUp"));
        }
    }
}
