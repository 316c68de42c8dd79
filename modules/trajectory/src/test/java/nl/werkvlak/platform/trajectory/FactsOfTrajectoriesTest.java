package nl.werkvlak.platform.trajectory;

import static nl.werkvlak.platform.trajectory.TwoTenants.CLIENT;
import static nl.werkvlak.platform.trajectory.TwoTenants.COMMISSION;
import static nl.werkvlak.platform.trajectory.TwoTenants.TRAJECTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The desks on the real database, for two tenants whose client and trajectory have the same ids. */
class FactsOfTrajectoriesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Change NOW = new Change("fg", Instant.parse("2026-11-25T12:00:00Z"), "the client is abroad");

    private final DataSource database = TestDatabase.shared();
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());
    private final ConceptPreviews previews = new ConceptPreviews(database);
    private final StatutoryRequests requests = new StatutoryRequests(database);

    @BeforeEach
    void two_tenants() throws SQLException {
        TwoTenants.open(database, one, other);
    }

    @Nested
    class A_concept {

        @Test
        void is_shown_once_and_not_before_its_month_began() {
            refused(
                    "shown-before-period",
                    () -> previews.show(one, TRAJECTORY, OCTOBER, Instant.parse("2026-09-30T21:59:59Z"), null, NOW));
            refused(
                    "in-future",
                    () -> previews.show(one, TRAJECTORY, OCTOBER, NOW.at().plusSeconds(1), null, NOW));
            var shown = previews.show(one, TRAJECTORY, OCTOBER, Instant.parse("2026-10-29T10:00:00Z"), " fine ", NOW)
                    .fact();
            assertThat(shown.reaction()).isEqualTo("fine");
            assertThat(previews.list(one, TRAJECTORY))
                    .singleElement()
                    .satisfies(known -> assertThat(known.fact()).isEqualTo(shown));
            assertThat(previews.list(other, TRAJECTORY)).isEmpty();
            refused("already-shown", () -> previews.show(one, TRAJECTORY, OCTOBER, null, null, NOW));
            refused("already-shown", () -> previews.excuse(one, TRAJECTORY, OCTOBER, NOW));
            previews.show(other, TRAJECTORY, OCTOBER, null, null, NOW);
        }

        @Test
        void that_was_not_shown_has_a_reason_and_may_still_be_shown() throws SQLException {
            var excused = previews.excuse(one, TRAJECTORY, OCTOBER, NOW).fact();
            assertThat(excused.excuse()).isEqualTo("the client is abroad");
            assertThat(readByTheGate(one).conceptExcusedAt()).isEqualTo(NOW.at());
            assertThat(readByTheGate(other).conceptExcusedAt()).isNull();
            refused("already-excused", () -> previews.excuse(one, TRAJECTORY, OCTOBER, NOW));
            previews.show(one, TRAJECTORY, OCTOBER, null, null, new Change("fg-2", NOW.at(), "back again"));
            assertThat(previews.history(one, excused.id()))
                    .extracting(state -> (state.fact().shownAt() == null ? "-" : "shown") + " "
                            + state.change().reason())
                    .containsExactly("- the client is abroad", "shown back again");
            unknown(() -> previews.history(other, excused.id()));
            unknown(() -> previews.get(other, excused.id()));
        }

        @Test
        void is_of_a_trajectory_of_this_tenant() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> previews.excuse(one, UUID.randomUUID(), OCTOBER, NOW))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind)
                    .returns(Map.of("trajectory", "trajectory"), Refusal::fields);
        }

        @Test
        void is_shown_by_one_of_two_at_once() throws Exception {
            assertThat(atOnce(() -> previews.show(one, TRAJECTORY, OCTOBER, null, null, NOW)))
                    .containsOnlyOnce("done")
                    .containsOnly("done", "CONFLICT already-shown");
        }

        private TrajectoryFacts readByTheGate(TenantId tenant) throws SQLException {
            try (var connection = database.getConnection()) {
                return Commissions.trajectoryFacts(
                                Sql.ofTenant(connection, tenant), COMMISSION, List.of(TRAJECTORY), OCTOBER)
                        .get(0);
            }
        }
    }

    @Nested
    class A_statutory_request {

        private final StatutoryRequest asked = new StatutoryRequest(
                CLIENT, Set.of(DataCategory.EDU, DataCategory.GOAL), "UWV/7", Instant.parse("2026-11-01T09:00:00Z"));

        @Test
        void is_recorded_once_under_its_reference_for_one_tenant() throws SQLException {
            var id = requests.receive(one, asked, NOW).fact().id();
            assertThat(requests.get(one, id).fact().request()).isEqualTo(asked);
            assertThat(requests.get(one, id).change().by()).isEqualTo("fg");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> requests.receive(one, asked, NOW))
                    .returns(Refusal.Kind.CONFLICT, Refusal::kind)
                    .returns(Map.of("reference", "reference-taken"), Refusal::fields);
            unknown(() -> requests.get(other, id));
            requests.receive(other, asked, NOW);
            try (var connection = database.getConnection()) {
                assertThat(Commissions.statutoryRequests(Sql.ofTenant(connection, one), List.of(CLIENT)))
                        .containsExactly(asked);
            }
        }

        @Test
        void names_a_reference_a_category_and_a_client_and_has_come_in() {
            for (var wrong : Map.of(
                            "reference",
                            new StatutoryRequest(CLIENT, asked.categories(), " ", asked.receivedAt()),
                            "categories",
                            new StatutoryRequest(CLIENT, Set.of(), "R", asked.receivedAt()),
                            "client",
                            new StatutoryRequest(UUID.randomUUID(), asked.categories(), "R", asked.receivedAt()),
                            "receivedAt",
                            new StatutoryRequest(
                                    CLIENT, asked.categories(), "R", NOW.at().plusSeconds(1)))
                    .entrySet()) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> requests.receive(one, wrong.getValue(), NOW))
                        .satisfies(refusal -> assertThat(refusal.fields()).containsOnlyKeys(wrong.getKey()));
            }
            assertThat(requests.list(one, null, null, 10).items()).isEmpty();
        }

        @Test
        void is_listed_a_page_at_a_time() {
            for (var number = 1; number <= 3; number++) {
                requests.receive(
                        one, new StatutoryRequest(CLIENT, asked.categories(), "R" + number, asked.receivedAt()), NOW);
            }
            var first = requests.list(one, CLIENT, null, 2);
            var second = requests.list(one, CLIENT, first.next(), 2);
            assertThat(first.items()).hasSize(2);
            assertThat(second.items()).hasSize(1);
            assertThat(second.next()).isNull();
            assertThat(requests.list(one, UUID.randomUUID(), null, 2).items()).isEmpty();
        }

        @Test
        void is_recorded_by_one_of_two_at_once() throws Exception {
            assertThat(atOnce(() -> requests.receive(one, asked, NOW)))
                    .containsOnlyOnce("done")
                    .containsOnly("done", "CONFLICT reference-taken");
        }
    }

    /** What each of eight threads that begin at the same moment was answered. */
    private static List<String> atOnce(Callable<?> work) throws Exception {
        var threads = 8;
        var start = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<String> turn = () -> {
                start.await();
                try {
                    work.call();
                    return "done";
                } catch (Refusal e) {
                    return e.kind() + " " + e.code();
                }
            };
            var answers = new ArrayList<String>();
            for (var answer : pool.invokeAll(Collections.nCopies(threads, turn))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    private static void refused(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(code, Refusal::code);
    }

    private static void unknown(ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }
}
