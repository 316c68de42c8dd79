package nl.werkvlak.platform.disclosure.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/**
 * One case as the privacy officer writes it: what is asked, of which facts, and what the answer has to be. How to write
 * one stands in {@code gevallen/LEESMIJ.txt}.
 *
 * @param place the file and the line
 */
record CaseLine(
        String place, DataCategory category, ReportKind report, Instant at, FactsBuilder facts, String expected) {

    private static final Map<String, ReportKind> REPORTS = Map.of(
            "voortgang", ReportKind.PROGRESS,
            "eindrapport", ReportKind.FINAL,
            "verantwoording", ReportKind.ACCOUNTABILITY,
            "factuur", ReportKind.INVOICE);

    private static final Map<Projection, String> PROJECTIONS = Map.of(
            Projection.FULL, "volledig",
            Projection.MASKED, "gemaskeerd",
            Projection.FACTS_ONLY, "alleen feiten",
            Projection.HEADLINE, "hoofdlijn",
            Projection.AGGREGATE, "telling");

    /** Every case of a file; lines that are empty or begin with # are for people only. */
    static List<CaseLine> of(Path file) {
        try {
            var cases = new ArrayList<CaseLine>();
            var number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    cases.add(of(file.getFileName() + ":" + number, line));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CaseLine of(String place, String line) {
        try {
            var fields = line.split("\\|", -1);
            if (fields.length != 6) {
                throw new IllegalArgumentException("een geval heeft zes velden, gescheiden door |");
            }
            var facts = new CaseFacts(only(fields[0], RecipientKind.class));
            for (var phrase : fields[4].split(";", -1)) {
                facts.read(new Words(phrase));
            }
            var moment = new Words(fields[3]);
            var at = moment.moment();
            if (!moment.isEmpty()) {
                throw moment.unknown();
            }
            return new CaseLine(
                    place,
                    only(fields[1], DataCategory.class),
                    report(fields[2].trim()),
                    at,
                    facts.builder(),
                    fields[5].trim().replaceAll("\\s+", " "));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private static <E extends Enum<E>> E only(String field, Class<E> kind) {
        var words = new Words(field);
        var one = words.one(kind);
        if (!words.isEmpty()) {
            throw words.unknown();
        }
        return one;
    }

    private static ReportKind report(String word) {
        var report = REPORTS.get(word);
        if (report == null) {
            throw new IllegalArgumentException("'" + word + "' is geen soort rapport " + REPORTS.keySet());
        }
        return report;
    }

    /** What the rule says, in the words of a case; with its end when the case names one. */
    String answer(Rule rule) {
        var decision = rule.decide(category, facts.build(), report, at);
        var end = decision.validThrough();
        return words(decision)
                + (!expected.contains(" tot ")
                        ? ""
                        : end == null
                                ? " tot altijd"
                                : " tot " + end.atZone(Period.AMSTERDAM).toLocalDateTime());
    }

    private static String words(Decision decision) {
        if (!decision.isPermitted()) {
            return decision.reasons().stream().map(Enum::name).collect(Collectors.joining(" ", "nee: ", ""));
        }
        var bases = decision.bases().stream().map(LegalBasis::number).collect(Collectors.joining(" "));
        return "ja, " + PROJECTIONS.get(decision.projection()) + ", op " + bases;
    }
}
