package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Following a run as it goes on. */
@NullUnmarked
class RunFeedTest {

    private final MovableClock clock = new MovableClock(TwoTenants.CLOCK);
    private final AtomicInteger looks = new AtomicInteger();
    private Node node;
    private RunFeed feed;

    @BeforeEach
    void two_tenants() throws Exception {
        DataSource database = TestDatabase.fresh();
        new TwoTenants(database);
        node = new Node(database, TwoTenants.CLOCK);
        feed = new RunFeed(
                ListeningDatabase.over(database, statement -> {
                    if (statement.contains("from reporting_run")) {
                        looks.incrementAndGet();
                    }
                }),
                clock);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private static class Watcher implements Feed.Watcher<RunView> {
        private final List<Long> told = new ArrayList<>();
        private boolean isThere = true;
        private int ends;

        @Override
        public boolean tell(RunView view) {
            told.add(view.done());
            return isThere;
        }

        @Override
        public void end() {
            ends++;
        }
    }

    @Test
    void tells_how_far_it_is_at_once_then_each_change_and_the_end() {
        var run = node.plan();
        var watcher = new Watcher();
        feed.watch(node.view(run), watcher);
        feed.look();
        node.make(run, A);
        feed.look();
        feed.look();
        node.make(run, B);
        feed.look();

        assertThat(watcher.told).containsExactly(0L, 4L, 8L);
        assertThat(watcher.ends).isOne();
        assertThat(feed.watchers()).isZero();
    }

    @Test
    void tells_of_a_run_that_has_ended_once_and_ends() {
        var watcher = new Watcher();
        feed.watch(node.run(), watcher);

        assertThat(watcher.told).containsExactly(8L);
        assertThat(watcher.ends).isOne();
        assertThat(feed.watchers()).isZero();
    }

    @Test
    void looks_once_however_many_watch_and_not_at_all_when_nobody_does() {
        feed.look();
        assertThat(looks).hasValue(0);
        var run = node.plan();
        for (var each = 0; each < 50; each++) {
            feed.watch(node.view(run), new Watcher());
        }
        feed.look();
        assertThat(looks).hasValue(1);
    }

    @Test
    void tells_the_others_when_one_breaks_off_in_the_middle_of_it() {
        var run = node.plan();
        feed.watch(node.view(run), new Watcher() {
            @Override
            public boolean tell(RunView view) {
                if (view.done() > 0) {
                    throw new IllegalStateException("Gone");
                }
                return true;
            }

            @Override
            public void end() {
                throw new IllegalStateException("Gone");
            }
        });
        var watcher = new Watcher();
        feed.watch(node.view(run), watcher);
        node.make(run, A);
        feed.look();

        assertThat(watcher.told).containsExactly(0L, 4L);
        assertThat(feed.watchers()).isOne();
    }

    @Test
    void forgets_who_went_away_and_who_has_watched_for_long() {
        var run = node.plan();
        var gone = new Watcher();
        var patient = new Watcher();
        feed.watch(node.view(run), gone);
        feed.watch(node.view(run), patient);
        gone.isThere = false;
        node.make(run, A);
        feed.look();
        assertThat(feed.watchers()).isOne();
        clock.set("2026-11-05T09:10:00Z");
        feed.look();
        assertThat(feed.watchers()).isZero();
        assertThat(patient.ends).isOne();
    }
}
