package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

/** Following an import that goes on at another node. */
class ImportFeedTest {

    private final Importing importing = new Importing();
    private final ImportFeed feed = new ImportFeed(importing.database, Importing.CLOCK);

    private static class Watcher implements Feed.Watcher<ImportReport> {
        private final List<State> told = new ArrayList<>();
        private int ends;

        @Override
        public boolean tell(ImportReport now) {
            told.add(now.state());
            return true;
        }

        @Override
        public void end() {
            ends++;
        }
    }

    @Test
    void tells_where_it_is_at_once_then_each_change_and_the_end() throws SQLException {
        var watcher = new Watcher();
        var id = UUID.randomUUID();
        try (var ledger = ImportLedger.open(importing.database, Importing.CLOCK).orElseThrow()) {
            ledger.begin(id, false, "other node");
            feed.watch(importing.imports.get(id), watcher);
            feed.look();
            importing.change("update import_job set state = 'WRITING' where id = ?", id);
            feed.look();
            feed.look();
        }
        feed.look();
        feed.look();

        assertThat(watcher.told).as("the node died").containsExactly(State.CHECKING, State.WRITING, State.FAILED);
        assertThat(watcher.ends).isOne();
    }

    @Test
    void tells_of_one_that_has_ended_once_and_ends() {
        var watcher = new Watcher();
        feed.watch(importing.all(anExport().inFolder()), watcher);
        feed.look();

        assertThat(watcher.told).containsExactly(State.DONE);
        assertThat(watcher.ends).isOne();
    }
}
