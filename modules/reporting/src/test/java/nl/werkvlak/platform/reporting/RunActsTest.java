package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static nl.werkvlak.platform.reporting.TwoTenants.CLOCK;
import static nl.werkvlak.platform.reporting.TwoTenants.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pausing, resuming and cancelling a run, also while its reports are being made. */
@NullUnmarked
class RunActsTest extends AtTwoTenants {

    private static final Pattern ITSELF = Pattern.compile(" from (reporting_run|run_part) ");

    private RunView pause(UUID run) {
        return node.runs.act(run, RunAct.Kind.PAUSE, "anna");
    }

    private RunView resume(UUID run) {
        return node.runs.act(run, RunAct.Kind.RESUMPTION, "bea");
    }

    private RunView cancel(UUID run) {
        return node.runs.act(run, RunAct.Kind.CANCELLATION, "cas");
    }

    @Nested
    class A_paused_run {

        @Test
        void makes_nothing_until_it_is_resumed_and_then_all_of_it() {
            var run = node.plan();
            assertThat(pause(run)).returns(RunView.State.PAUSED, RunView::state);
            node.make(run);
            assertThat(node.view(run)).returns(0L, RunView::done).returns(RunView.State.PAUSED, RunView::state);
            assertThat(handedOut()).isZero();

            assertThat(resume(run)).returns(RunView.State.RUNNING, RunView::state);
            node.make(run);
            assertThat(node.view(run))
                    .returns(8L, RunView::newlyIssued)
                    .returns(RunView.State.FINISHED, RunView::state);
        }

        @Test
        void that_is_resumed_at_once_is_made_by_what_is_handed_out_then_and_by_nothing_before() {
            var run = node.plan();
            var before = new CommissionWork(run, A, TwoTenants.COMMISSION);
            pause(run);
            resume(run);

            assertThat(node.worker.make(before)).isFalse();
            node.worker.giveUp(before, RunPart.Reason.DATABASE);
            assertThat(node.view(run)).returns(0L, RunView::done);
            assertThat(node.work(run)).isNotEmpty().noneMatch(before::equals);

            node.make(run);
            assertThat(node.view(run))
                    .returns(8L, RunView::newlyIssued)
                    .returns(RunView.State.FINISHED, RunView::state);
        }

        @Test
        void looks_at_nothing_but_itself() {
            var run = node.plan();
            pause(run);
            var asked = new ArrayList<String>();
            var worker = new RunWorker(ListeningDatabase.over(database, asked::add), VAULT, new Renderer(), CLOCK);

            assertThat(worker.make(new CommissionWork(run, A, TwoTenants.COMMISSION)))
                    .isFalse();
            assertThat(asked)
                    .isNotEmpty()
                    .allMatch(statement -> ITSELF.matcher(statement).find());
        }

        @Test
        void keeps_planned_what_is_given_up_meanwhile() {
            var run = node.plan();
            pause(run);
            node.giveUp(run, A);
            assertThat(node.view(run)).returns(0L, RunView::done).returns(RunView.State.PAUSED, RunView::state);
        }

        @Test
        void still_goes_on_so_that_no_other_of_its_month_begins() {
            pause(node.plan());
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> node.plan())
                    .returns("run-running", Refusal::code);
        }

        @Test
        void stays_paused_and_is_resumed_on_another_node_after_a_restart() {
            var run = node.plan();
            pause(run);
            try (var other = new Node(database, CLOCK)) {
                other.work(() -> {
                    assertThat(other.view(run))
                            .returns(RunView.State.PAUSED, RunView::state)
                            .returns(0L, RunView::done);
                    other.runs.act(run, RunAct.Kind.RESUMPTION, "bea");
                    until(() -> other.view(run).state() == RunView.State.FINISHED);
                });
                assertThat(other.view(run)).returns(8L, RunView::newlyIssued);
            }
        }
    }

    @Nested
    class A_cancelled_run {

        @Test
        void ends_what_was_planned_and_keeps_what_is_issued() {
            var run = node.plan();
            node.make(run, A);
            var cancelled = cancel(run);

            assertThat(cancelled)
                    .returns(RunView.State.CANCELLED, RunView::state)
                    .returns(4L, RunView::issued)
                    .returns(4L, RunView::cancelled)
                    .returns(CLOCK.instant(), RunView::endedAt);
            assertThat(node.runs
                            .parts(run, new RunPart.Query(RunPart.State.CANCELLED, null, null, 50))
                            .items())
                    .hasSize(4)
                    .allSatisfy(part -> assertThat(part)
                            .returns(B, RunPart::tenant)
                            .returns(RunPart.Reason.CANCELLED, RunPart::reason));
            node.make(run);
            assertThat(node.list(A)).hasSize(4);
            assertThat(node.list(B)).isEmpty();
        }

        @Test
        void is_not_resumed_but_what_it_left_can_be_made_by_another() {
            var run = node.plan();
            cancel(run);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> resume(run))
                    .returns("run-ended", Refusal::code);

            var again = node.runs.repeat(run, "test");
            node.make(again);
            assertThat(node.view(again)).returns(8L, RunView::newlyIssued);
        }
    }

    @Nested
    class Every_act {

        @Test
        void is_kept_with_who_and_when_and_once_when_it_is_done_twice() {
            var run = node.plan();
            pause(run);
            pause(run);
            resume(run);
            resume(run);
            cancel(run);
            cancel(run);

            assertThat(node.runs.acts(run))
                    .extracting(RunAct::kind, RunAct::by, RunAct::at)
                    .containsExactlyInAnyOrder(
                            tuple(RunAct.Kind.PAUSE, "anna", CLOCK.instant()),
                            tuple(RunAct.Kind.RESUMPTION, "bea", CLOCK.instant()),
                            tuple(RunAct.Kind.CANCELLATION, "cas", CLOCK.instant()));
        }

        @Test
        void on_a_run_that_has_finished_is_refused() {
            var run = node.run().id();
            for (var kind : RunAct.Kind.values()) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> node.runs.act(run, kind, "anna"))
                        .returns("run-ended", Refusal::code);
            }
        }

        @Test
        void on_a_run_that_is_not_there_is_unknown() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> pause(UUID.randomUUID()))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    @Nested
    class While_a_batch_is_in_hand {

        @Test
        void a_cancellation_waits_for_it_so_that_no_part_is_both_issued_and_cancelled() throws Exception {
            var run = node.plan();
            var inHand = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var first = new AtomicBoolean(true);
            var watched = ListeningDatabase.over(database, statement -> {
                if (statement.startsWith("insert into report_content") && first.getAndSet(false)) {
                    inHand.countDown();
                    try {
                        assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            var worker = new RunWorker(watched, VAULT, new Renderer(), CLOCK);
            var threads = Executors.newFixedThreadPool(2);
            var making = threads.submit(() -> worker.make(new CommissionWork(run, A, TwoTenants.COMMISSION)));
            assertThat(inHand.await(60, TimeUnit.SECONDS)).isTrue();
            var cancelling = CompletableFuture.supplyAsync(() -> cancel(run), threads);
            until(() -> isWaiting("select state from reporting_run where id"));
            goOn.countDown();
            var cancelled = cancelling.get(60, TimeUnit.SECONDS);
            making.get(60, TimeUnit.SECONDS);
            threads.shutdown();

            assertThat(cancelled).returns(3L, RunView::issued).returns(5L, RunView::cancelled);
            assertThat(node.view(run)).isEqualTo(cancelled);
            assertThat(node.list(A)).hasSize(3);
        }
    }

    private long handedOut() {
        return count("scheduled_tasks where task_name = 'run-commission' and ? = ''", "");
    }

    private boolean isWaiting(String statement) {
        return count(
                        "information_schema.processlist where db = schema() and id <> connection_id()"
                                + " and info like ?",
                        statement + "%")
                > 0;
    }

    private long count(String from, String argument) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection)
                    .query("select count(*) n from " + from, row -> row.count("n"), argument)
                    .get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) {
        var limit = Instant.now().plusSeconds(60);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(limit);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
