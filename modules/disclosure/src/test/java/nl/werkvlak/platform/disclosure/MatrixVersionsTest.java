package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.disclosure.MatrixVersion.State.APPROVED;
import static nl.werkvlak.platform.disclosure.MatrixVersion.State.PROPOSED;
import static nl.werkvlak.platform.disclosure.MatrixVersion.State.REJECTED;
import static nl.werkvlak.platform.disclosure.MatrixVersion.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each test has a year of its own, far from now: its versions come after those of the tests before it. */
class MatrixVersionsTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final AtomicInteger YEARS = new AtomicInteger(2030);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String ANNA = "anna";
    private static final String BAS = "bas";

    private final int year = YEARS.incrementAndGet();
    private final String name = year + "-1";
    private final LocalDate firstDay = LocalDate.of(year, 1, 1);
    private final MatrixVersions versions = deskAt(NOW);

    @Nested
    class A_proposal {

        @Test
        void of_changed_cells_keeps_the_other_cells_of_its_base() {
            var proposed = propose(name, firstDay);

            assertThat(proposed.state()).isEqualTo(PROPOSED);
            assertThat(proposed.proposedBy()).isEqualTo(ANNA);
            assertThat(proposed.proposedAt()).isEqualTo(NOW);
            assertThat(proposed.proposalReason()).isEqualTo("EDU is not needed");
            assertThat(proposed.decidedBy()).isNull();
            assertThat(versions.cells(name)).hasSize(330);
            assertThat(versions.cells(name).entrySet().stream()
                            .filter(cell ->
                                    !Objects.equals(versions.cells("2026-1").get(cell.getKey()), cell.getValue())))
                    .hasSize(1);
        }

        @Test
        void of_a_whole_matrix_gives_back_the_csv_that_it_was_made_of() {
            var csv = MatrixDraftTest.delivered()
                    .replace("2026-1", name)
                    .replace("EDU,E2,PROGRESS,COND,K1", "EDU,E2,PROGRESS,DENY,N1");
            versions.propose(new MatrixProposal(name, firstDay, null, null, csv), ANNA, "from a file");

            assertThat(versions.csv(name).lines())
                    .containsExactlyInAnyOrderElementsOf(csv.lines().toList());
            assertThat(versions.get(name).basedOn()).isNull();
        }

        @Test
        void is_listed_before_those_that_begin_earlier_a_page_at_a_time() {
            propose(name, firstDay);
            var all = versions.list(null, 1_000).items();
            var first = versions.list(null, 1);
            var second = versions.list(first.next(), 1);
            assertThat(first.items()).containsExactly(all.get(0));
            assertThat(second.items()).containsExactly(all.get(1));
            assertThat(versions.list(all.get(all.size() - 2).name(), 1).next()).isNull();
            assertThat(all).extracting(MatrixVersion::firstDay).isSortedAccordingTo(Comparator.reverseOrder());
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> versions.list("1999-1", 1))
                    .returns(Map.of("cursor", "not-a-cursor"), Refusal::fields);
        }

        @Test
        void decides_nothing() throws SQLException {
            propose(name, firstDay);
            assertThat(matrixVersionAt(firstDay)).isNotEqualTo(name);
        }

        @Test
        void shows_cell_by_cell_what_changes_on_its_first_day() {
            var cells = List.of(
                    new CellWords("EDU", "E1", "PROGRESS", "DENY", List.of("N1")),
                    new CellWords("PREF", "V", "PROGRESS", "COND", List.of("K1")),
                    new CellWords("HOURS", "U", "PROGRESS", "ALLOW", List.of("K1", "K2")),
                    new CellWords("NOTE", "U", "PROGRESS", "DENY", List.of("N1", "N5")));
            versions.propose(new MatrixProposal(name, firstDay, "2026-1", cells, null), ANNA, "four at once");

            assertThat(versions.differences(name).stream()
                            .filter(difference -> Set.of("EDU E1", "PREF V", "HOURS U", "NOTE U")
                                    .contains(difference.place().category() + " "
                                            + difference.place().recipient()))
                            .filter(difference -> difference.place().report() == ReportKind.PROGRESS)
                            .map(difference -> difference.place().category() + " " + difference.effect()))
                    .containsExactly("EDU CLOSES", "PREF OPENS", "NOTE STAYS_CLOSED", "HOURS CHANGES");
        }

        @Test
        void tells_every_field_that_is_wrong_and_stores_nothing() {
            var cells = List.of(new CellWords("HEALTH", "E1", "PROGRESS", "ALLOW", List.of("K1")));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> versions.propose(
                            new MatrixProposal("new", LocalDate.of(2026, 11, 25), "1999-1", cells, null), ANNA, "why"))
                    .satisfies(refusal -> assertThat(refusal.fields())
                            .containsOnly(
                                    Map.entry("version", "not-a-version"),
                                    Map.entry("firstDay", "not-in-the-future"),
                                    Map.entry("basedOn", "not-an-approved-version"),
                                    Map.entry("cells[0]", "never-leaves")));
            assertThat(versions.list(null, 100).items())
                    .extracting(MatrixVersion::name)
                    .doesNotContain("new");
        }

        @Test
        void is_of_cells_or_of_csv() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> versions.propose(new MatrixProposal(name, firstDay, null, null, null), ANNA, "why"))
                    .satisfies(refusal -> assertThat(refusal.fields()).containsEntry("cells", "either-cells-or-csv"));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> versions.propose(
                            new MatrixProposal(name, firstDay, "2026-1", null, MatrixDraftTest.delivered()),
                            ANNA,
                            "why"))
                    .satisfies(refusal -> assertThat(refusal.fields()).containsEntry("basedOn", "only-with-cells"));
        }

        @Test
        void needs_a_reason_and_a_name_of_its_own() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> versions.propose(proposal(name, firstDay), ANNA, " "))
                    .returns(Map.of("reason", "missing"), Refusal::fields);
            propose(name, firstDay);
            assertRefused("version-exists", () -> propose(name, firstDay.plusDays(1)));
        }

        @Test
        void starts_tomorrow_at_the_earliest_as_the_day_is_counted_in_amsterdam() {
            var justBeforeMidnight = deskAt(Period.startOf(firstDay).minusSeconds(1));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> justBeforeMidnight.propose(proposal(name, firstDay.minusDays(1)), ANNA, "today"))
                    .returns(Map.of("firstDay", "not-in-the-future"), Refusal::fields);
            assertThat(justBeforeMidnight
                            .propose(proposal(name, firstDay), ANNA, "tomorrow")
                            .state())
                    .isEqualTo(PROPOSED);
        }

        @Test
        void is_taken_back_by_who_made_it_and_by_nobody_else() {
            propose(name, firstDay);
            assertRefused("not-own-proposal", () -> versions.withdraw(name, BAS, "not mine"));
            assertThat(versions.withdraw(name, ANNA, "a mistake").state()).isEqualTo(WITHDRAWN);
            assertRefused("already-decided", () -> approve(name));
        }

        @Test
        void is_turned_down_by_somebody_else_with_a_reason_that_stays() {
            propose(name, firstDay);
            assertRefused("own-proposal", () -> versions.reject(name, ANNA, "on second thoughts"));
            versions.reject(name, BAS, "EDU is needed after all");

            var rejected = versions.get(name);
            assertThat(rejected.state()).isEqualTo(REJECTED);
            assertThat(rejected.decidedBy()).isEqualTo(BAS);
            assertThat(rejected.decidedAt()).isEqualTo(NOW);
            assertThat(rejected.decisionReason()).isEqualTo("EDU is needed after all");
            assertThat(rejected.proposalReason()).isEqualTo("EDU is not needed");
        }
    }

    @Nested
    class An_approval {

        @Test
        void is_never_that_of_the_proposer() {
            propose(name, firstDay);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> versions.approve(name, versions.get(name).replaces(), ANNA, "I agree with myself"))
                    .returns("own-proposal", Refusal::code)
                    .returns(Refusal.Kind.FORBIDDEN, Refusal::kind);
            assertThat(versions.get(name).state()).isEqualTo(PROPOSED);
        }

        @Test
        void brings_a_version_into_force_at_the_midnight_of_its_first_day_and_not_a_moment_before()
                throws SQLException {
            propose(name, firstDay);
            var replaces = versions.get(name).replaces();
            approve(name);

            try (var connection = DATABASE.getConnection()) {
                var gate = Gate.open(connection);
                var midnight = Period.startOf(firstDay);
                assertThat(gate.versions(midnight).matrix()).isEqualTo(name);
                assertThat(gate.versions(midnight.minusNanos(1)).matrix()).isEqualTo(replaces);
            }
        }

        @Test
        void changes_what_every_tenant_of_that_kind_gets_from_then_on_and_nothing_before() throws SQLException {
            propose(name, firstDay);
            approve(name);
            var commission = UUID.randomUUID();
            var trajectory = UUID.randomUUID();
            var client = UUID.randomUUID();
            try (var connection = DATABASE.getConnection()) {
                connection.setAutoCommit(false);
                var employer = Office.open(connection)
                        .commission(commission, "E2")
                        .trajectory(trajectory, commission, client)
                        .basisOfClient("B-1", Ground.LEGAL_OBLIGATION, client);
                var uwv = Office.open(connection)
                        .commission(commission, "U")
                        .trajectory(trajectory, commission, client)
                        .basisOfClient("B-1", Ground.LEGAL_OBLIGATION, client);
                var gate = Gate.open(connection);
                for (var office : List.of(employer, uwv)) {
                    for (var at : List.of(Period.startOf(firstDay).minusNanos(1), Period.startOf(firstDay))) {
                        var released = gate.release(
                                connection,
                                office.tenant(),
                                commission,
                                List.of(trajectory),
                                YearMonth.of(2026, 10),
                                ReportKind.PROGRESS,
                                at);
                        var reasons = Objects.requireNonNull(Objects.requireNonNull(released.get(trajectory))
                                        .decisions()
                                        .get(DataCategory.EDU))
                                .reasons();
                        var closed = office == employer && !at.isBefore(Period.startOf(firstDay));
                        if (closed) {
                            assertThat(reasons).containsExactly(Reason.MATRIX_N1);
                        } else if (office == uwv) {
                            assertThat(reasons).isEmpty();
                        }
                    }
                }
                connection.rollback();
            }
        }

        @Test
        void is_of_the_differences_that_were_looked_at() {
            propose(name, firstDay.plusDays(2));
            var other = year + "-2";
            propose(other, firstDay.plusDays(1));
            var seen = versions.get(name).replaces();
            approve(other);

            assertRefused("replaces-another", () -> versions.approve(name, seen, BAS, "as I saw it"));
            assertThat(versions.get(name).replaces()).isEqualTo(other);
            assertThat(approve(name).state()).isEqualTo(APPROVED);
        }

        @Test
        void comes_before_the_first_day() {
            propose(name, firstDay);
            var tooLate = deskAt(Period.startOf(firstDay));
            assertRefused(
                    "first-day-passed",
                    () -> tooLate.approve(name, versions.get(name).replaces(), BAS, "at last"));
        }

        @Test
        void is_for_one_version_of_a_day() {
            propose(name, firstDay);
            propose(year + "-2", firstDay);
            approve(name);
            assertRefused("first-day-taken", () -> approve(year + "-2"));
            assertRefused("first-day-taken", () -> propose(year + "-3", firstDay));
        }

        @Test
        void happens_once() {
            propose(name, firstDay);
            approve(name);
            assertRefused("already-decided", () -> approve(name));
            assertRefused("already-decided", () -> versions.withdraw(name, ANNA, "too late"));
        }

        @Test
        void of_two_people_at_once_counts_once() throws Exception {
            propose(name, firstDay);
            var replaces = versions.get(name).replaces();
            var together = new CyclicBarrier(2);
            var people = Executors.newFixedThreadPool(2);
            try {
                var outcomes = List.of("bas", "cor").stream()
                        .map(who -> people.submit((Callable<MatrixVersion>) () -> {
                            together.await();
                            return versions.approve(name, replaces, who, "by " + who);
                        }))
                        .toList();
                var approved = 0;
                for (var outcome : outcomes) {
                    try {
                        assertThat(outcome.get().state()).isEqualTo(APPROVED);
                        approved++;
                    } catch (ExecutionException e) {
                        assertThat(e.getCause())
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        refusal -> assertThat(refusal.code()).isEqualTo("already-decided"));
                    }
                }
                assertThat(approved).isEqualTo(1);
            } finally {
                people.shutdown();
            }
        }

        @Test
        void of_a_version_that_is_not_there_is_unknown() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> versions.approve("1999-1", null, BAS, "why not"))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    private static MatrixVersions deskAt(Instant now) {
        return new MatrixVersions(DATABASE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private MatrixVersion propose(String version, LocalDate day) {
        return versions.propose(proposal(version, day), ANNA, "EDU is not needed");
    }

    private static MatrixProposal proposal(String version, LocalDate day) {
        var cells = List.of(new CellWords("EDU", "E2", "PROGRESS", "DENY", List.of("N1")));
        return new MatrixProposal(version, day, "2026-1", cells, null);
    }

    private MatrixVersion approve(String version) {
        return versions.approve(version, versions.get(version).replaces(), BAS, "agreed");
    }

    private static String matrixVersionAt(LocalDate day) throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            return Gate.open(connection).versions(Period.startOf(day)).matrix();
        }
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(code, Refusal::code);
    }
}
