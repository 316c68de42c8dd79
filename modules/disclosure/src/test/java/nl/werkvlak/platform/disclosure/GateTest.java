package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.legalbasis.DataCategory.EDU;
import static nl.werkvlak.platform.legalbasis.Ground.LEGAL_OBLIGATION;
import static nl.werkvlak.platform.legalbasis.Ground.LEGITIMATE_INTEREST;
import static nl.werkvlak.platform.legalbasis.Ground.PUBLIC_TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOON = Instant.parse("2026-10-31T12:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-10-01T09:00:00Z");

    private final UUID commission = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID firstClient = UUID.randomUUID();
    private final UUID secondClient = UUID.randomUUID();

    private Connection connection;
    private Office employer;
    private Office uwv;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        connection.setAutoCommit(false);
        employer = Office.open(connection);
        uwv = Office.open(connection);
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Commissions, clients and trajectories of both bear the same ids and numbers. */
    @Nested
    class Two_tenants_whose_rows_look_alike {

        @BeforeEach
        void fill() throws SQLException {
            employer.commission(commission, "E2")
                    .trajectory(first, commission, firstClient)
                    .trajectory(second, commission, secondClient)
                    .basisOfCommission("B-1", LEGITIMATE_INTEREST, commission)
                    .upheldObjection(firstClient, EARLIER);
            uwv.commission(commission, "U")
                    .trajectory(first, commission, firstClient)
                    .trajectory(second, commission, secondClient)
                    .basisOfCommission("B-1", PUBLIC_TASK, commission)
                    .restriction(secondClient, EARLIER);
        }

        @Test
        void each_get_the_answer_to_their_own_facts() throws SQLException {
            var ofEmployer = release(employer, first, second);
            var ofUwv = release(uwv, first, second);

            assertThat(reasons(ofEmployer, first, EDU)).containsExactly(Reason.OBJECTION_UPHELD);
            assertThat(reasons(ofEmployer, second, EDU)).isEmpty();
            assertThat(reasons(ofUwv, first, EDU)).isEmpty();
            assertThat(reasons(ofUwv, second, EDU)).containsExactly(Reason.PROCESSING_RESTRICTED);
            assertThat(reasons(ofEmployer, second, DataCategory.BSN)).contains(Reason.MATRIX_N4);
            assertThat(reasons(ofUwv, first, DataCategory.BSN)).doesNotContain(Reason.MATRIX_N4);
        }

        @Test
        void do_not_even_exist_for_each_other() throws SQLException {
            var onlyAtUwv = UUID.randomUUID();
            var commissionOfUwv = UUID.randomUUID();
            uwv.trajectory(onlyAtUwv, commission, UUID.randomUUID()).commission(commissionOfUwv, "U");

            assertThat(release(uwv, onlyAtUwv)).containsOnlyKeys(onlyAtUwv);
            assertThat(release(employer, onlyAtUwv)).as("M12").isEmpty();
            assertThat(release(employer, commissionOfUwv, List.of(first, onlyAtUwv)))
                    .isEmpty();
        }
    }

    @Nested
    class A_commission {

        @BeforeEach
        void fill() throws SQLException {
            employer.commission(commission, "E2")
                    .trajectory(first, commission, firstClient)
                    .trajectory(second, commission, secondClient);
        }

        @Test
        void gives_no_release_for_the_trajectory_of_another_commission() throws SQLException {
            var other = UUID.randomUUID();
            employer.commission(other, "E1");

            assertThat(release(employer, other, List.of(first))).isEmpty();
        }

        @Test
        void gives_nothing_for_nothing() throws SQLException {
            assertThat(release(employer)).isEmpty();
        }

        @Test
        void does_not_lend_the_basis_of_one_client_to_another() throws SQLException {
            employer.basisOfClient("B-1", LEGAL_OBLIGATION, firstClient);

            var released = release(employer, first, second);

            assertThat(reasons(released, first, EDU)).isEmpty();
            assertThat(reasons(released, second, EDU)).containsExactly(Reason.NO_LEGAL_BASIS);
        }

        @Test
        void does_not_lend_it_either_when_that_client_bears_its_id() throws SQLException {
            var third = UUID.randomUUID();
            employer.trajectory(third, commission, commission).basisOfClient("B-1", LEGAL_OBLIGATION, commission);

            var released = release(employer, first, third);

            assertThat(reasons(released, third, EDU)).isEmpty();
            assertThat(reasons(released, first, EDU)).containsExactly(Reason.NO_LEGAL_BASIS);
        }

        @Test
        void asks_for_the_concept_of_the_period_that_is_reported() throws SQLException {
            employer.basisOfCommission("B-1", LEGITIMATE_INTEREST, commission);
            var gate = Gate.open(connection);

            var november = gate.release(
                    connection,
                    employer.tenant(),
                    commission,
                    List.of(first),
                    YearMonth.of(2026, 11),
                    ReportKind.PROGRESS,
                    NOON);

            assertThat(reasons(november, first, DataCategory.GOAL)).containsExactly(Reason.CONDITION_K2);
            assertThat(reasons(release(employer, first), first, DataCategory.GOAL))
                    .isEmpty();
        }

        @Test
        void takes_as_many_statements_for_one_trajectory_as_for_fifty() throws SQLException {
            var many = new ArrayList<UUID>();
            for (var i = 0; i < 50; i++) {
                var trajectory = UUID.randomUUID();
                var client = UUID.randomUUID();
                employer.trajectory(trajectory, commission, client)
                        .basisOfClient("B-" + i, LEGAL_OBLIGATION, client)
                        .restriction(client, EARLIER);
                many.add(trajectory);
            }

            assertThat(statements(many))
                    .isEqualTo(statements(many.subList(0, 1)))
                    .isLessThan(13);
        }

        private long statements(List<UUID> trajectories) throws SQLException {
            var gate = Gate.open(connection);
            var before = questions();
            assertThat(gate.release(
                            connection,
                            employer.tenant(),
                            commission,
                            trajectories,
                            OCTOBER,
                            ReportKind.PROGRESS,
                            NOON))
                    .hasSize(trajectories.size());
            return questions() - before;
        }

        private long questions() throws SQLException {
            return Sql.ofPlatform(connection)
                    .query("show session status like 'Questions'", row -> row.count("Value"))
                    .get(0);
        }
    }

    /** Each fact is recorded at one of two tenants whose rows bear the same ids. */
    @Nested
    class What_is_recorded {

        @BeforeEach
        void fill() throws SQLException {
            for (var office : List.of(employer, uwv)) {
                office.commission(commission, "U")
                        .trajectory(first, commission, firstClient)
                        .basisOfCommission("A-1", PUBLIC_TASK, commission)
                        .basisOfClient("B-1", LEGAL_OBLIGATION, firstClient);
            }
        }

        @Test
        void as_later_terms_of_a_commission_holds_from_then_on() throws SQLException {
            employer.terms(commission, NOON, "IDENT");

            assertThat(reasons(employer, EDU, NOON.minusNanos(1_000))).isEmpty();
            assertThat(reasons(employer, EDU, NOON)).containsExactly(Reason.NOT_IN_COMMISSION_SCOPE);
            assertThat(reasons(uwv, EDU, NOON)).isEmpty();
        }

        @Test
        void as_later_terms_is_read_whole() throws SQLException {
            employer.terms(commission, EARLIER, "IDENT,EDU");

            var ofEmployer = reasons(employer, DataCategory.CAPACITY, NOON);
            var ofUwv = reasons(uwv, DataCategory.CAPACITY, NOON);

            assertThat(ofEmployer).contains(Reason.SPECIAL_GROUND_MISSING).doesNotContain(Reason.CONDITION_K4);
            assertThat(ofUwv).contains(Reason.SPECIAL_GROUND_MISSING, Reason.CONDITION_K4);
            assertThat(reasons(employer, DataCategory.CAPACITY, EARLIER)).contains(Reason.CONDITION_K4);
        }

        @Test
        void as_the_reason_why_a_concept_was_not_shown_stands_for_showing_it() throws SQLException {
            employer.conceptExcused(first, NOON);

            assertThat(reasons(employer, DataCategory.GOAL, NOON.minusNanos(1_000)))
                    .containsExactly(Reason.CONDITION_K2);
            assertThat(reasons(employer, DataCategory.GOAL, NOON)).isEmpty();
            assertThat(reasons(uwv, DataCategory.GOAL, NOON.minusNanos(1_000))).isEmpty();
        }

        @Test
        void as_a_document_of_a_type_that_may_leave_released_and_clean_opens_the_documents() throws SQLException {
            employer.document(first, "CV", "CLEAN", NOON);
            uwv.document(first, "CV", "MARKED", NOON).document(first, "VOG", "CLEAN", NOON);

            assertThat(reasons(employer, DataCategory.DOC, NOON.minusNanos(1_000)))
                    .containsExactly(Reason.CONDITION_K11);
            assertThat(reasons(employer, DataCategory.DOC, NOON)).isEmpty();
            assertThat(reasons(uwv, DataCategory.DOC, NOON)).containsExactly(Reason.CONDITION_K11);
        }

        @Test
        void as_a_statutory_request_opens_what_it_asks_for() throws SQLException {
            employer.statutoryRequest(firstClient, "CONTACT", NOON);
            uwv.statutoryRequest(firstClient, "IDENT", NOON);

            assertThat(reasons(employer, DataCategory.CONTACT, NOON.minusNanos(1_000)))
                    .containsExactly(Reason.CONDITION_K14);
            assertThat(reasons(employer, DataCategory.CONTACT, NOON)).isEmpty();
            assertThat(reasons(uwv, DataCategory.CONTACT, NOON)).containsExactly(Reason.CONDITION_K14);
        }

        @Test
        void as_a_retention_of_its_own_replaces_that_of_the_register() throws SQLException {
            var closed = LocalDate.of(2024, 3, 15);
            employer.ended(first, closed).retention(commission, "EDU", 60, NOON);
            uwv.ended(first, closed).retention(commission, "IDENT", 60, EARLIER);

            assertThat(reasons(employer, EDU, NOON.minusNanos(1_000))).containsExactly(Reason.RETENTION_EXPIRED);
            assertThat(reasons(employer, EDU, NOON)).isEmpty();
            assertThat(reasons(uwv, EDU, NOON)).containsExactly(Reason.RETENTION_EXPIRED);
        }

        private Collection<Reason> reasons(Office office, DataCategory category, Instant at) throws SQLException {
            var releases = Gate.open(connection)
                    .release(connection, office.tenant(), commission, List.of(first), OCTOBER, ReportKind.PROGRESS, at);
            return GateTest.reasons(releases, first, category);
        }
    }

    @Nested
    class The_trace {

        @Test
        void names_the_versions_in_force_at_the_instant_of_the_decision() throws SQLException {
            var gate = Gate.open(connection);

            assertThat(gate.versions(NOON)).isEqualTo(new Gate.Versions("2026-1", "2026-1", "2019-09-03"));
            assertThat(gate.versions(Instant.parse("2019-09-02T21:59:59Z")))
                    .isEqualTo(new Gate.Versions("-", "-", "2019-09-03"));
        }
    }

    private Map<UUID, Release> release(Office office, UUID... trajectories) throws SQLException {
        return release(office, commission, List.of(trajectories));
    }

    private Map<UUID, Release> release(Office office, UUID ofCommission, Collection<UUID> trajectories)
            throws SQLException {
        return Gate.open(connection)
                .release(connection, office.tenant(), ofCommission, trajectories, OCTOBER, ReportKind.PROGRESS, NOON);
    }

    private static Collection<Reason> reasons(Map<UUID, Release> releases, UUID trajectory, DataCategory category) {
        var release = Objects.requireNonNull(releases.get(trajectory), "no release");
        return Objects.requireNonNull(release.decisions().get(category)).reasons();
    }
}
