package nl.werkvlak.platform.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.MatrixVersion.State;
import nl.werkvlak.platform.disclosure.rule.Cell;
import nl.werkvlak.platform.disclosure.rule.Matrix.Place;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk of the disclosure matrix (verstrekkingsmatrix): a version is proposed by one person and approved by another.
 *
 * <p>What was proposed is what is approved: a proposal is never changed, but withdrawn and made anew. An approved version
 * comes into force on a later day, so that no decision of the past changes, and stays for good.
 */
@Dependent
public class MatrixVersions {

    private static final Pattern NAME = Pattern.compile("[1-9][0-9]{3}-[1-9][0-9]{0,3}");

    private final DataSource database;
    private final Clock clock;

    @Inject
    public MatrixVersions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The versions, whatever became of them, the latest first day first.
     *
     * @param after the name of the version with which the page before ended
     * @throws Refusal when no page ended there
     */
    public Page<MatrixVersion, String> list(@Nullable String after, int limit) {
        var all = inTransaction(MatrixStore::versions);
        var names = all.stream().map(MatrixVersion::name).toList();
        if (after != null && !names.contains(after)) {
            throw Refusal.fields(Map.of("cursor", "not-a-cursor"));
        }
        var first = names.indexOf(after) + 1;
        return Page.of(all.subList(first, Math.min(all.size(), first + limit + 1)), limit, MatrixVersion::name);
    }

    public MatrixVersion get(String name) {
        return inTransaction(sql -> find(name, MatrixStore.versions(sql)));
    }

    /** Every cell of a version. */
    public Map<Place, Cell> cells(String name) {
        return inTransaction(sql ->
                MatrixStore.cells(sql, find(name, MatrixStore.versions(sql)).name()));
    }

    /** The whole version as CSV, in the form in which one is proposed. */
    public String csv(String name) {
        return MatrixDraft.HEADER + "\n"
                + cells(name).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(MatrixDifference.IN_ORDER))
                        .map(entry -> MatrixDraft.line(name, entry.getKey(), entry.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    /** What changes on its first day: cell by cell, against the version that it replaces. */
    public List<MatrixDifference> differences(String name) {
        return inTransaction(sql -> {
            var replaces = find(name, MatrixStore.versions(sql)).replaces();
            var before = replaces == null ? Map.<Place, Cell>of() : MatrixStore.cells(sql, replaces);
            return MatrixDifference.between(before, MatrixStore.cells(sql, name));
        });
    }

    /** What the version in force at an instant lets out to this kind of recipient in no report at all. */
    public Set<DataCategory> deniedTo(RecipientKind recipient, Instant at) {
        var matrix = inTransaction(MatrixStore::load);
        var denied = EnumSet.allOf(DataCategory.class);
        denied.removeIf(category -> Arrays.stream(ReportKind.values())
                .anyMatch(report -> matrix.cell(category, recipient, report, at)
                        .filter(cell -> cell.verdict() != Cell.Verdict.DENY)
                        .isPresent()));
        return denied;
    }

    /**
     * Proposes a version, which decides nothing until a second person approves it.
     *
     * @throws Refusal naming every field and line that is wrong; or when the name or the first day is taken
     */
    public MatrixVersion propose(MatrixProposal proposal, String by, String reason) {
        var change = new Change(by, clock.instant(), reason);
        return inTransaction(sql -> {
            var versions = MatrixStore.lock(sql);
            var cells = cellsOf(proposal, sql, versions);
            if (versions.stream().anyMatch(version -> version.name().equals(proposal.name()))) {
                throw Refusal.conflict("version-exists", "There is a version with this name; take another name.");
            }
            demandFreeDay(proposal.firstDay(), versions);
            MatrixStore.propose(sql, proposal, cells, change);
            return find(proposal.name(), MatrixStore.versions(sql));
        });
    }

    /**
     * Approves a proposal of somebody else.
     *
     * @param replaces the version whose differences were looked at, so that nobody approves what they did not see
     */
    public MatrixVersion approve(String name, @Nullable String replaces, String by, String reason) {
        return decide(name, State.APPROVED, new Change(by, clock.instant(), reason), (version, versions) -> {
            demandAnother(version, by);
            if (!version.firstDay().isAfter(Period.dayOf(clock.instant()))) {
                throw Refusal.conflict(
                        "first-day-passed",
                        "The first day of this version is not in the future any more; propose it anew.");
            }
            demandFreeDay(version.firstDay(), versions);
            if (!Objects.equals(version.replaces(), replaces)) {
                throw Refusal.conflict(
                        "replaces-another",
                        "This version now replaces another one than you name; look at its differences.");
            }
        });
    }

    /** Turns down a proposal of somebody else. */
    public MatrixVersion reject(String name, String by, String reason) {
        return decide(
                name,
                State.REJECTED,
                new Change(by, clock.instant(), reason),
                (version, versions) -> demandAnother(version, by));
    }

    /** Takes back a proposal of one's own. */
    public MatrixVersion withdraw(String name, String by, String reason) {
        return decide(name, State.WITHDRAWN, new Change(by, clock.instant(), reason), (version, versions) -> {
            if (!version.proposedBy().equals(by)) {
                throw Refusal.forbidden(
                        "not-own-proposal",
                        "Somebody else proposed this version; reject it, instead of withdrawing it.");
            }
        });
    }

    private interface Check {
        void of(MatrixVersion version, List<MatrixVersion> versions);
    }

    /** With all versions locked: of two that decide at once the second finds it decided. */
    private MatrixVersion decide(String name, State state, Change change, Check check) {
        return inTransaction(sql -> {
            var versions = MatrixStore.lock(sql);
            var version = find(name, versions);
            if (version.state() != State.PROPOSED) {
                throw Refusal.conflict("already-decided", "This version is no proposal any more; it was decided on.");
            }
            check.of(version, versions);
            MatrixStore.decide(sql, name, state, change);
            return find(name, MatrixStore.versions(sql));
        });
    }

    private Map<Place, Cell> cellsOf(MatrixProposal proposal, Sql sql, List<MatrixVersion> versions)
            throws SQLException {
        var wrong = new TreeMap<String, String>();
        if (!NAME.matcher(proposal.name()).matches()) {
            wrong.put("version", "not-a-version");
        }
        if (!proposal.firstDay().isAfter(Period.dayOf(clock.instant()))) {
            wrong.put("firstDay", "not-in-the-future");
        }
        var changed = proposal.cells();
        var csv = proposal.csv();
        var base = proposal.basedOn();
        if ((changed == null) == (csv == null)) {
            wrong.put("cells", "either-cells-or-csv");
        }
        if ((changed == null) != (base == null)) {
            wrong.put("basedOn", base == null ? "missing" : "only-with-cells");
        }
        var cells = new HashMap<Place, Cell>();
        if (base != null) {
            if (versions.stream()
                    .noneMatch(version -> version.name().equals(base) && version.state() == State.APPROVED)) {
                wrong.put("basedOn", "not-an-approved-version");
            }
            cells.putAll(MatrixStore.cells(sql, base));
        }
        var draft = csv != null
                ? MatrixDraft.ofCsv(proposal.name(), csv)
                : MatrixDraft.ofCells(Objects.requireNonNullElse(changed, List.of()));
        draft.faults().forEach(wrong::putIfAbsent);
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        cells.putAll(draft.cells());
        return cells;
    }

    private static void demandAnother(MatrixVersion version, String by) {
        if (version.proposedBy().equals(by)) {
            throw Refusal.forbidden(
                    "own-proposal", "You proposed this version yourself; a second person has to decide on it.");
        }
    }

    private static void demandFreeDay(LocalDate day, List<MatrixVersion> versions) {
        if (versions.stream()
                .anyMatch(version ->
                        version.state() == State.APPROVED && version.firstDay().equals(day))) {
            throw Refusal.conflict("first-day-taken", "An approved version has this first day; take another day.");
        }
    }

    private static MatrixVersion find(String name, List<MatrixVersion> versions) {
        return versions.stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("matrix-version", "There is no such version of the matrix."));
    }

    private interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return Transactions.in(database, connection -> work.with(Sql.ofPlatform(connection)));
    }
}
