package nl.werkvlak.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of an accountability report in the order in which they are read, for paper and for machines alike. */
final class Indicators {

    private final Words words;
    private final List<Section> sections = new ArrayList<>();

    /**
     * One number.
     *
     * @param key names it for programs, and leads to its name and its formula
     */
    record Indicator(String key, String name, Unit unit, Figure figure) {}

    record Section(String key, List<Indicator> indicators) {}

    Indicators(Words words, AccountabilityDocument document) {
        this.words = words;
        flow(document.flow());
        outcome(document.outcome());
        spending(document.spending());
        guidance(document);
        ladder(document.ladder());
    }

    /** Those that have anything to show. */
    List<Section> sections() {
        return sections.stream()
                .filter(section -> !section.indicators().isEmpty())
                .toList();
    }

    private void section(String key) {
        sections.add(new Section(key, new ArrayList<>()));
    }

    private void add(String key, Unit unit, @Nullable Figure figure) {
        add(key, words.say(key), unit, figure);
    }

    private void add(String key, String name, Unit unit, @Nullable Figure figure) {
        if (figure != null) {
            sections.get(sections.size() - 1).indicators().add(new Indicator(key, name, unit, figure));
        }
    }

    private void flow(AccountabilityDocument.Flow flow) {
        section("flow");
        add("flow.started", Unit.COUNT, flow.started());
        add("flow.running", Unit.COUNT, flow.running());
        add("flow.ended", Unit.COUNT, flow.ended());
        add("flow.averageWeeks", Unit.DECIMAL, flow.averageWeeks());
    }

    private void outcome(AccountabilityDocument.Outcome outcome) {
        section("outcome");
        add("outcome.placed", Unit.COUNT, outcome.placed());
        add("outcome.placedShare", Unit.SHARE, outcome.placedShare());
        add("outcome.durable", Unit.COUNT, outcome.durable());
        for (AccountabilityDocument.ReasonCount reason : outcome.reasons()) {
            String name = words.code("endReason", reason.reason());
            if (name != null) {
                add("outcome.reason." + reason.reason(), words.say("outcome.reason", name), Unit.COUNT, reason.count());
            }
        }
    }

    private void spending(AccountabilityDocument.Spending spending) {
        section("spending");
        add("spending.hoursInPeriod", Unit.EXACT, spending.hoursInPeriod());
        add("spending.costsInPeriod", Unit.EXACT, spending.costsInPeriod());
        add("spending.hoursTotal", Unit.EXACT, spending.hoursTotal());
        add("spending.costsTotal", Unit.EXACT, spending.costsTotal());
        add("spending.budgetShare", Unit.SHARE, spending.budgetShare());
        add("spending.hoursPerTrajectory", Unit.DECIMAL, spending.hoursPerTrajectory());
        add("spending.costsPerPlacement", Unit.EXACT, spending.costsPerPlacement());
    }

    private void guidance(AccountabilityDocument document) {
        AccountabilityDocument.Attendance attendance = document.attendance();
        AccountabilityDocument.Goals goals = document.goals();
        section("guidance");
        add("guidance.contacts", Unit.COUNT, document.contacts());
        add("guidance.held", Unit.COUNT, attendance.held());
        add("guidance.cancelled", Unit.COUNT, attendance.cancelled());
        add("guidance.missed", Unit.COUNT, attendance.missed());
        add("guidance.share", Unit.SHARE, attendance.share());
        add("guidance.missedShare", Unit.SHARE, attendance.missedShare());
        add("goals.reached", Unit.COUNT, goals.reached());
        add("goals.notReached", Unit.COUNT, goals.notReached());
        add("goals.share", Unit.SHARE, goals.share());
    }

    private void ladder(AccountabilityDocument.Ladder ladder) {
        section("ladder");
        add("ladder.measured", Unit.COUNT, ladder.measured());
        add("ladder.atStart", Unit.DECIMAL, ladder.atStart());
        add("ladder.latest", Unit.DECIMAL, ladder.latest());
    }

    /** How it is reckoned, where its name does not say it already. */
    @Nullable
    String formula(Indicator indicator) {
        String key = "formula." + indicator.key();
        return words.texts().containsKey(key) ? words.say(key) : null;
    }
}
