package nl.werkvlak.platform.disclosure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Condition;
import nl.werkvlak.platform.disclosure.rule.Matrix.Place;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;

/**
 * Cells as somebody wrote them, on their way to a version: as a list of changed cells, or as the whole matrix in CSV.
 *
 * <p>Finds every fault at once. A fault has a place: a field such as {@code cells[3].codes}, or a line such as
 * {@code csv[12].codes}.
 */
final class MatrixDraft {

    static final String HEADER = "version,category,recipient_kind,report_kind,decision,codes";

    private static final int COLUMNS = 6;
    private static final EnumSet<ReportKind> REPORTS =
            EnumSet.of(ReportKind.PROGRESS, ReportKind.ACCOUNTABILITY, ReportKind.INVOICE);
    private static final int ALL = DataCategory.values().length * RecipientKind.values().length * REPORTS.size();

    private final Map<Place, Cell> cells = new HashMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    private MatrixDraft() {}

    static MatrixDraft ofCells(List<CellWords> changed) {
        var draft = new MatrixDraft();
        for (var i = 0; i < changed.size(); i++) {
            draft.add("cells[" + i + "]", changed.get(i));
        }
        if (changed.isEmpty()) {
            draft.fault("cells", "missing");
        }
        return draft;
    }

    /** The whole matrix: every cell once, and every line of this version. */
    static MatrixDraft ofCsv(String version, String csv) {
        var draft = new MatrixDraft();
        var lines = csv.strip().split("\r?\n", -1);
        if (!lines[0].equals(HEADER)) {
            draft.fault("csv[1]", "not-the-header");
            return draft;
        }
        for (var i = 1; i < lines.length; i++) {
            var place = "csv[" + (i + 1) + "]";
            var parts = lines[i].split(",", -1);
            if (parts.length != COLUMNS) {
                draft.fault(place, "not-six-columns");
            } else if (!parts[0].equals(version)) {
                draft.fault(place + ".version", "another-version");
            } else {
                draft.add(place, new CellWords(parts[1], parts[2], parts[3], parts[4], words(parts[5])));
            }
        }
        if (draft.faults.isEmpty() && draft.cells.size() < ALL) {
            draft.fault("csv", "cells-missing");
        }
        return draft;
    }

    /** A line as it is read here. */
    static String line(String version, Place place, Cell cell) {
        return String.join(
                ",",
                version,
                place.category().name(),
                place.recipient().name(),
                place.report().name(),
                cell.verdict().name(),
                cell.codes());
    }

    /** What is wrong, by place; empty when nothing is. */
    Map<String, String> faults() {
        return faults;
    }

    Map<Place, Cell> cells() {
        return cells;
    }

    private static List<String> words(String codes) {
        return codes.isBlank() ? List.of() : List.of(codes.strip().split(" +", -1));
    }

    private void add(String where, CellWords words) {
        var category = choice(where + ".category", DataCategory.class, words.category());
        var recipient = choice(where + ".recipientKind", RecipientKind.class, words.recipientKind());
        var report = choice(where + ".reportKind", ReportKind.class, words.reportKind())
                .filter(kind -> REPORTS.contains(kind) || fault(where + ".reportKind", "unknown-choice"));
        var verdict = choice(where + ".decision", Cell.Verdict.class, words.decision());
        var cell = verdict.flatMap(decided -> cell(where + ".codes", decided, words.codes()));
        if (category.isEmpty() || recipient.isEmpty() || report.isEmpty() || cell.isEmpty()) {
            return;
        }
        var place = new Place(category.get(), recipient.get(), report.get());
        MatrixGuard.objection(place, cell.get()).ifPresent(code -> fault(where, code));
        if (cells.put(place, cell.get()) != null) {
            fault(where, "twice");
        }
    }

    private Optional<Cell> cell(String where, Cell.Verdict verdict, List<String> codes) {
        var conditions = EnumSet.noneOf(Condition.class);
        var denials = EnumSet.noneOf(Reason.class);
        for (var code : codes) {
            var denial = code.startsWith("N") ? find(Reason.class, "MATRIX_" + code) : Optional.<Reason>empty();
            var condition = find(Condition.class, code);
            if (denial.isEmpty() && condition.isEmpty()) {
                fault(where, "unknown-code");
                return Optional.empty();
            }
            denial.ifPresent(denials::add);
            condition.ifPresent(conditions::add);
        }
        return Optional.of(new Cell(verdict, conditions, denials));
    }

    private <E extends Enum<E>> Optional<E> choice(String where, Class<E> choices, String word) {
        var found = find(choices, word);
        if (found.isEmpty()) {
            fault(where, "unknown-choice");
        }
        return found;
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> choices, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(word))
                .findFirst();
    }

    /** Notes a fault; false, so that it can stand where something was to hold. */
    private boolean fault(String where, String code) {
        faults.putIfAbsent(where, code);
        return false;
    }
}
