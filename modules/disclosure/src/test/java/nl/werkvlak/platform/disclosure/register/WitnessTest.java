package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.Anchor.Point;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The anchor follows what was committed, whoever died in between, and never follows a contradiction. */
class WitnessTest {

    private static DataSource database;

    @TempDir
    private Path folder;

    private FileAnchor anchor;
    private Book ours;
    private Book theirs;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @BeforeEach
    void two_registers() throws SQLException {
        anchor = new FileAnchor(folder);
        ours = new Book(database);
        theirs = new Book(database);
    }

    private Witness node() {
        return new Witness(database, anchor, Book.CLOCK);
    }

    private List<Long> anchored(Book book) {
        try (var points = anchor.points(book.tenant)) {
            return points.map(Point::sequence).toList();
        }
    }

    @Nested
    class A_look {

        @Test
        void anchors_where_each_register_ends_now_with_the_hash_of_its_last_seal() throws SQLException {
            var node = node();
            ours.issue(1, 4, 2);
            theirs.issue(1, 1, 1);
            node.look();
            ours.issue(5, 6, 1);
            node.look();

            assertThat(anchored(ours)).containsExactly(4L, 6L);
            assertThat(anchored(theirs)).containsExactly(1L);
            assertThat(anchor.last(ours.tenant).orElseThrow().hash())
                    .isEqualTo(ours.seals().get(3).hash().hex());
        }

        @Test
        void adds_nothing_when_nothing_was_written() throws SQLException {
            ours.issue(1, 1, 1);
            var node = node();
            node.look();
            node.look();
            node().look();

            assertThat(anchored(ours)).containsExactly(1L);
            assertThat(anchored(theirs)).isEmpty();
        }

        @Test
        void sees_nothing_of_what_is_not_committed() throws SQLException {
            ours.issue(1, 1, 1);
            ours.inTransaction(connection -> {
                DisclosureRegister.append(connection, Book.VAULT, ours.tenant, List.of(ours.issued(2)));
                node().look();
            });

            assertThat(anchored(ours)).containsExactly(1L);
        }

        @Test
        void makes_good_what_a_node_left_that_died_between_commit_and_anchor() throws SQLException {
            var dies = node();
            ours.issue(1, 2, 1);
            dies.look();
            ours.issue(3, 5, 1);

            node().look();
            assertThat(anchored(ours)).containsExactly(2L, 5L);
            assertThat(ours.verify(anchor).findings()).isEmpty();
        }
    }

    @Nested
    class Two_nodes {

        @Test
        void share_an_anchor_and_add_each_end_once() throws Exception {
            var nodes = Executors.newFixedThreadPool(2);
            var start = new CyclicBarrier(2);
            Callable<Witness> looking = () -> {
                var node = new Witness(database, new FileAnchor(folder), Book.CLOCK);
                start.await();
                for (var i = 0; i < 30; i++) {
                    node.look();
                }
                return node;
            };
            var one = nodes.submit(looking);
            var other = nodes.submit(looking);
            ours.issue(1, 40, 1);

            assertThat(one.get().trouble()).isEmpty();
            assertThat(other.get().trouble()).isEmpty();
            nodes.shutdown();
            node().look();
            assertThat(anchored(ours)).isSorted().doesNotHaveDuplicates().endsWith(40L);
            assertThat(ours.verify(anchor).findings()).isEmpty();
        }
    }

    @Nested
    class An_anchor_that_cannot_be_written {

        @Test
        void is_told_and_stops_nobody_and_is_made_good_once_it_can() throws SQLException, IOException {
            var blocked = folder.resolve("blocked");
            Files.writeString(blocked, "a file where the folder should be");
            anchor = new FileAnchor(blocked);
            var node = node();
            ours.issue(1, 1, 1);
            node.look();

            assertThat(node.trouble()).hasValueSatisfying(trouble -> {
                assertThat(trouble.what()).isEqualTo("anchor");
                assertThat(trouble.since()).isEqualTo(Book.AT);
            });
            ours.issue(2, 3, 1);
            assertThat(ours.entries()).hasSize(3);

            Files.delete(blocked);
            node.look();
            assertThat(node.trouble()).isEmpty();
            assertThat(anchored(ours)).containsExactly(3L);
        }
    }

    @Nested
    class A_line_that_was_cut_off_by_a_loss_of_power {

        @Test
        void is_written_again_at_the_next_look() throws SQLException, IOException {
            ours.issue(1, 2, 1);
            node().look();
            ours.issue(3, 4, 1);
            node().look();
            var file = folder.resolve(ours.tenant + ".anchor");
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));

            assertThat(anchored(ours)).containsExactly(2L);
            node().look();
            assertThat(anchored(ours)).containsExactly(2L, 4L);
            assertThat(Files.size(file)).isEqualTo(bytes.length);
            assertThat(ours.verify(anchor).findings()).isEmpty();
        }
    }

    @Nested
    class An_anchor_that_was_lost {

        @Test
        void begins_again_where_the_register_ends() throws SQLException, IOException {
            ours.issue(1, 2, 1);
            node().look();
            Files.delete(folder.resolve(ours.tenant + ".anchor"));
            node().look();

            assertThat(anchored(ours)).containsExactly(2L);
        }
    }
}
