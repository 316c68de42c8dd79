package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one does in the middle of what another does, at the statement at which it matters. */
@NullUnmarked
class InterleavedTest {

    private static final TenantId A = TwoTenants.A;
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final Pattern RUNNING = Pattern.compile("Lopende trajecten (\\d+|<\\d+|•)");

    private final List<Node> nodes = new ArrayList<>();
    private DataSource database;
    private TwoTenants tenants;

    @BeforeEach
    void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
    }

    private Node node(ListeningDatabase.Listener listener) {
        var node = new Node(ListeningDatabase.over(database, listener), TwoTenants.CLOCK);
        nodes.add(node);
        return node;
    }

    /** Eight people in September and nine in October: the two numbers together would tell of the ninth. */
    @Nested
    class Two_that_count_the_same_people {

        @Test
        void hold_their_numbers_against_each_other_when_two_workers_make_them_at_once() throws Exception {
            nine_people();
            var plain = node(any -> {});
            var september = plain.planAccountability(SEPTEMBER);
            var october = plain.planAccountability(Node.OCTOBER);

            interleaved(worker -> worker.make(september, A), worker -> worker.make(october, A));

            assertThat(running(plain, SEPTEMBER)).isEqualTo("8");
            assertThat(running(plain, Node.OCTOBER)).as("nine would tell").isEqualTo("•");
        }

        @Test
        void hold_their_numbers_against_each_other_when_one_is_a_correction() throws Exception {
            var plain = node(any -> {});
            plain.make(plain.planAccountability(SEPTEMBER), A);
            assertThat(running(plain, SEPTEMBER)).isEqualTo("<5");
            nine_people();
            restrict_the_first();
            plain.list(A, SEPTEMBER);
            var october = plain.planAccountability(Node.OCTOBER);

            interleaved(Node::correct, worker -> worker.make(october, A));

            assertThat(running(plain, SEPTEMBER)).isEqualTo("7");
            assertThat(running(plain, Node.OCTOBER)).as("eight would tell").isEqualTo("•");
        }

        @Test
        void leave_out_who_was_restricted_after_they_were_counted_and_before_their_turn() throws SQLException {
            nine_people();
            var plain = node(any -> {});
            var october = plain.planAccountability(Node.OCTOBER);
            var worker =
                    node(once(statement -> statement.startsWith("insert into tally_turn"), this::restrict_the_first));

            worker.make(october, A);

            assertThat(running(plain, Node.OCTOBER)).as("of nine").isEqualTo("8");
        }

        @Test
        void keep_nobody_waiting_who_writes_something_else_for_the_tenant() {
            var node = node(any -> {});

            Transactions.<UUID>in(database, making -> {
                TallyStore.turn(making, A);
                assertThat(node.plan()).isNotNull();
                return FIRST;
            });
        }

        private void restrict_the_first() {
            try {
                tenants.tell(
                        A,
                        "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by, change_reason)"
                                + " values (:tenant, uuid(), ?, '2026-11-04 10:00:00', 'ONRECHTMATIG', 'test', 'a test')",
                        TwoTenants.client(1));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        private void nine_people() throws SQLException {
            tenants.join(A, 4, 8, "2026-01-12");
            tenants.join(A, 9, 9, "2026-10-10");
        }

        /**
         * One works until it is about to keep its numbers; there the other begins. It goes on when the other has come to
         * the turn, or when it has finished without one.
         */
        private void interleaved(Consumer<Node> one, Consumer<Node> other) throws Exception {
            var asked = new CompletableFuture<Void>();
            var finished = new CompletableFuture<Void>();
            var second = node(statement -> {
                if (statement.startsWith("insert into tally_turn")) {
                    asked.complete(null);
                }
            });
            var first = node(once(statement -> statement.startsWith("insert into report_tally"), () -> {
                new Thread(() -> {
                            try {
                                other.accept(second);
                                finished.complete(null);
                            } catch (RuntimeException e) {
                                finished.completeExceptionally(e);
                            }
                        })
                        .start();
                CompletableFuture.anyOf(asked, finished)
                        .orTimeout(1, TimeUnit.MINUTES)
                        .join();
            }));
            one.accept(first);
            finished.get(1, TimeUnit.MINUTES);
        }

        private String running(Node node, YearMonth month) {
            var report = node.list(A, month).stream()
                    .filter(each -> each.subject().equals(TwoTenants.COMMISSION))
                    .findFirst()
                    .orElseThrow();
            return RUNNING.matcher(node.pull(A, report.id()))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        }
    }

    @Nested
    class The_first_batch_of_a_tenant {

        @Test
        void keeps_no_other_waiting_for_the_key_of_the_tenant_while_it_makes_its_reports() {
            var hadTheKey = new AtomicBoolean();
            var plain = node(any -> {});
            var worker = node(once(statement -> statement.startsWith("insert into report ("), () -> {
                Transactions.in(database, other -> TwoTenants.VAULT.keyOf(other, A));
                hadTheKey.set(true);
            }));

            worker.make(plain.plan(), A);

            assertThat(hadTheKey).isTrue();
            assertThat(plain.list(A, Node.OCTOBER)).hasSize(4);
        }
    }

    @Nested
    class A_node_that_dies_in_the_middle_of_a_correction {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "insert into report (",
                    "insert into report_content",
                    "insert into report_standing",
                    "insert into report_tally",
                    "insert into report_person",
                    "insert into disclosure ",
                    "insert into disclosure_seal"
                })
        void leaves_its_work_to_another_which_makes_one_version_and_registers_it_once(String statement)
                throws SQLException {
            var plain = node(any -> {});
            plain.run();
            var old = plain.reportOf(A, FIRST);
            restrictEducation();
            plain.list(A, Node.OCTOBER);
            var killed = new AtomicBoolean();
            var dying = node(once(each -> each.startsWith(statement), () -> {
                killed.set(true);
                kill();
            }));

            assertThatIllegalStateException().isThrownBy(dying::correct);
            assertThat(killed).as("it came to " + statement).isTrue();
            assertThat(plain.correct())
                    .as("the report and the one that counted")
                    .isEqualTo(2);
            plain.correct();

            assertThat(tenants.texts(
                            "select concat(r.number, ' ', r.version, ' ', o.number, ' ', count(d.report_id)) t from report r"
                                    + " join report o on o.tenant_id = r.tenant_id and o.id = r.replaces"
                                    + " left join disclosure d on d.tenant_id = r.tenant_id and d.report_id = r.id"
                                    + " and d.event = 'ISSUED' group by r.id order by 1"))
                    .containsExactly(
                            "VA-C-1-2026-10-0001 2 VA-C-1-2026-10-0001 1", "%1$s 2 %1$s 1".formatted(old.number()));
            assertThat(plain.pull(A, plain.reportOf(A, FIRST).id()))
                    .contains("Hoofddoel Appelboom")
                    .doesNotContain("Opleiding");
        }

        private void restrictEducation() throws SQLException {
            tenants.tell(
                    A,
                    "insert into restriction (tenant_id, id, client_id, categories, imposed_at, ground, changed_by,"
                            + " change_reason) values (:tenant, uuid(), ?, 'EDU', '2026-11-04 10:00:00',"
                            + " 'ONRECHTMATIG', 'test', 'a test')",
                    TwoTenants.client(1));
        }

        /** As the database sees it: whoever was connected is gone. */
        private void kill() {
            try (var connection = database.getConnection()) {
                var sql = Sql.ofPlatform(connection);
                var others = sql.query(
                        "select id from information_schema.processlist where db = schema() and id <> connection_id()",
                        row -> row.count("id"));
                assertThat(others).isNotEmpty();
                for (var other : others) {
                    sql.update("kill " + other);
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Who_changes_facts_while_a_run_wants_to_issue {

        @Test
        void is_waited_for_and_not_stood_in_the_way_of() throws Exception {
            var plain = node(any -> {});
            var run = plain.plan();
            try (var writer = database.getConnection()) {
                writer.setAutoCommit(false);
                for (var number = 1; number <= 3; number++) {
                    imposeOn(writer, number);
                }
                var waiting = new CompletableFuture<Void>();
                var worker = node(once(
                        statement -> statement.endsWith("id = ? lock in share mode"), () -> waiting.complete(null)));
                var making = CompletableFuture.runAsync(() -> worker.make(run));

                waiting.get(1, TimeUnit.MINUTES);
                assertThat(Sql.ofTenant(writer, A)
                                .update("update commission set special_ground = 'H2' where tenant_id = :tenant"))
                        .as("the writer waits for nobody")
                        .isOne();
                writer.commit();
                making.get(1, TimeUnit.MINUTES);
            }

            assertThat(plain.view(run).withheld()).isEqualTo(4);
            assertThat(plain.view(run).failed()).isZero();
            assertThat(plain.list(A, Node.OCTOBER)).isEmpty();
            assertThat(plain.list(TwoTenants.B, Node.OCTOBER)).hasSize(4);
        }

        private void imposeOn(Connection connection, int number) throws SQLException {
            Sql.ofTenant(connection, A)
                    .update(
                            "insert into restriction (tenant_id, id, client_id, imposed_at, ground, changed_by,"
                                    + " change_reason) values (:tenant, uuid(), ?, '2026-11-04 10:00:00',"
                                    + " 'ONRECHTMATIG', 'test', 'a test')",
                            TwoTenants.client(number));
        }
    }

    private static ListeningDatabase.Listener once(Predicate<String> at, Runnable happens) {
        var once = new AtomicBoolean();
        return statement -> {
            if (at.test(statement) && once.compareAndSet(false, true)) {
                happens.run();
            }
        };
    }
}
