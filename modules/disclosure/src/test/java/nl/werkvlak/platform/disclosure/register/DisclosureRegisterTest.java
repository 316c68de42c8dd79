package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureRegisterTest {

    private final DataSource database = TestDatabase.shared();

    private Book ours;
    private Book theirs;

    @BeforeEach
    void open() throws SQLException {
        ours = new Book(database);
        theirs = new Book(database);
    }

    @Nested
    class An_entry {

        @Test
        void says_what_left_for_whom_on_which_bases_and_when() throws SQLException {
            ours.append(ours.opened(2, "portal"));

            assertThat(ours.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.event()).isEqualTo("OPENED");
                assertThat(entry.client()).isEqualTo(Book.client(2));
                assertThat(entry.recipient()).isEqualTo("portal");
                assertThat(entry.categories()).isEqualTo("IDENT,GOAL");
                assertThat(entry.bases()).startsWith("A-1 B-");
                assertThat(entry.at()).isEqualTo(Book.AT.plusSeconds(2));
            });
        }

        @Test
        void is_hashed_over_digests_and_over_no_person() throws SQLException {
            ours.append(ours.opened(1, "portal"), ours.ofMany(2));
            theirs.append(theirs.opened(1, "portal"));

            var own = ours.entries();
            var other = theirs.entries().get(0);
            assertThat(own.get(0).clientDigest()).isNotNull().isNotEqualTo(other.clientDigest());
            assertThat(own.get(0).recipientDigest()).isNotNull().isNotEqualTo(other.recipientDigest());
            assertThat(own.get(1).clientDigest()).isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update disclosure set recipient = 'X' where tenant_id = :tenant",
                    "update disclosure set disclosed_at = disclosed_at where tenant_id = :tenant",
                    "update disclosure set client_id = null where tenant_id = :tenant",
                    "update disclosure set hash = repeat('x', 32) where tenant_id = :tenant",
                    "update disclosure set hash = null, recipient_digest = null where tenant_id = :tenant",
                    "delete from disclosure where tenant_id = :tenant",
                    "replace into disclosure select * from disclosure where tenant_id = :tenant",
                    "update disclosure_seal set last_sequence = 9 where tenant_id = :tenant",
                    "delete from disclosure_seal where tenant_id = :tenant",
                    "update disclosure_head set sequence = 0 where tenant_id = :tenant",
                    "delete from disclosure_head where tenant_id = :tenant"
                })
        void and_its_seal_are_never_changed(String change) throws SQLException {
            ours.append(ours.issued(1));

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ours.tell(change))
                    .withMessageContaining("append-only");
            assertThat(ours.entries()).hasSize(1);
        }

        @Test
        void is_never_written_without_its_hash() {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ours.tell("insert into disclosure (tenant_id, id, sequence, event, report_id,"
                            + " recipient, categories, bases, disclosed_at)"
                            + " values (:tenant, uuid(), 1, 'ISSUED', uuid(), 'R', 'IDENT', 'B', utc_timestamp())"))
                    .withMessageContaining("sealed");
        }

        @Test
        void of_nobody_is_refused() {
            var nobody = new TenantId(UUID.randomUUID());

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ours.inTransaction(connection ->
                            DisclosureRegister.append(connection, Book.VAULT, nobody, List.of(ours.issued(1)))))
                    .withMessageContaining("fk_");
        }
    }

    @Nested
    class The_entries_of_a_tenant {

        @Test
        void are_numbered_from_one_without_a_gap_and_closed_by_one_seal_per_transaction() throws SQLException {
            ours.issue(1, 5, 2);
            theirs.issue(1, 2, 2);
            ours.append(ours.opened(1, "portal"));

            assertThat(ours.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(theirs.sequences()).containsExactly(1L, 2L);
            assertThat(ours.seals())
                    .extracting(seal -> seal.number() + ": " + seal.first() + "-" + seal.last())
                    .containsExactly("1: 1-2", "2: 3-4", "3: 5-5", "4: 6-6");
        }

        @Test
        void have_no_gap_after_a_transaction_that_failed() throws SQLException {
            ours.issue(1, 2, 2);
            assertThatIllegalStateException()
                    .isThrownBy(() -> ours.inTransaction(connection -> {
                        DisclosureRegister.append(connection, Book.VAULT, ours.tenant, List.of(ours.issued(3)));
                        throw new IllegalStateException("what was to be recorded did not happen");
                    }));
            ours.append(ours.issued(4));

            assertThat(ours.sequences()).containsExactly(1L, 2L, 3L);
            assertThat(ours.seals()).hasSize(2);
        }

        @Test
        void take_as_many_statements_for_a_hundred_as_for_one() throws SQLException {
            ours.issue(1, 200, 100);

            assertThat(statementsFor(100)).isEqualTo(statementsFor(1)).isLessThanOrEqualTo(8);
        }

        private long statementsFor(int entries) throws SQLException {
            var counted = new long[1];
            ours.inTransaction(connection -> {
                var before = questions(connection);
                DisclosureRegister.append(
                        connection,
                        Book.VAULT,
                        ours.tenant,
                        IntStream.rangeClosed(1, entries).mapToObj(ours::issued).toList());
                counted[0] = questions(connection) - before;
            });
            return counted[0];
        }

        private static long questions(Connection connection) throws SQLException {
            return Sql.ofPlatform(connection)
                    .query("show session status like 'Questions'", row -> row.count("Value"))
                    .get(0);
        }
    }

    @Nested
    class Workers_of_one_tenant {

        @Test
        void append_in_turn_without_a_gap_and_without_stopping_each_other() throws Exception {
            var workers = Executors.newFixedThreadPool(4);
            var start = new CyclicBarrier(4);
            Callable<Book> worker = () -> {
                start.await();
                for (var i = 1; i <= 25; i++) {
                    ours.append(ours.issued(i), ours.opened(i, "portal"), ours.issued(100 + i));
                }
                return ours;
            };
            Callable<Book> other = () -> {
                start.await();
                return theirs.issue(1, 25, 1);
            };
            var all = List.of(
                    workers.submit(worker), workers.submit(worker), workers.submit(worker), workers.submit(other));
            for (Future<Book> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
            workers.shutdown();

            assertThat(ours.sequences())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 225).boxed().toList());
            assertThat(ours.seals()).hasSize(75);
            assertThat(theirs.sequences()).hasSize(25);
        }

        @Test
        void never_hold_up_another_tenant() throws Exception {
            ours.issue(1, 1, 1);
            var elsewhere = Executors.newSingleThreadExecutor();
            ours.inTransaction(connection -> {
                DisclosureRegister.append(connection, Book.VAULT, ours.tenant, List.of(ours.issued(2)));
                try {
                    elsewhere.submit(() -> theirs.issue(1, 3, 1)).get(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException("the other tenant waited", e);
                }
            });
            elsewhere.shutdown();

            assertThat(theirs.sequences()).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class A_report_that_is_shown_in_a_list {

        @Test
        void is_written_down_once_per_recipient_however_often_they_look() throws SQLException {
            ours.issue(1, 3, 3);
            for (var minute = 0; minute < 60; minute++) {
                ours.list("portal", 1, 2);
            }
            ours.list("portal", 1, 2, 3);
            ours.list("hr", 3);

            assertThat(ours.entries().stream()
                            .filter(entry -> entry.event().equals("LISTED"))
                            .map(entry -> entry.recipient() + " " + entry.report()))
                    .containsExactly(
                            "portal " + Book.report(1),
                            "portal " + Book.report(2),
                            "portal " + Book.report(3),
                            "hr " + Book.report(3));
        }

        @Test
        void was_not_received_but_for_that_it_is_there() throws SQLException {
            ours.issue(1, 1, 1).list("portal", 1);

            assertThat(ours.entries().get(1)).satisfies(listed -> {
                assertThat(listed.categories()).isEmpty();
                assertThat(listed.bases()).isEqualTo(ours.entries().get(0).bases());
                assertThat(listed.client()).isEqualTo(Book.client(1));
            });
        }

        @Test
        void of_another_tenant_is_not_there_to_be_listed() throws SQLException {
            theirs.issue(1, 1, 1);
            ours.list("portal", 1);

            assertThat(ours.entries()).isEmpty();
            assertThat(theirs.entries()).hasSize(1);
        }
    }

    @Nested
    class A_client_who_is_erased {

        @BeforeEach
        void register() throws SQLException {
            ours.issue(1, 3, 3);
            theirs.issue(1, 3, 3);
        }

        @Test
        void is_forgotten_in_the_register_of_that_tenant_and_the_entries_stay() throws SQLException {
            var before = ours.entries();
            ours.erase(2);

            assertThat(ours.entries())
                    .extracting(KeptEntry::client)
                    .containsExactly(Book.client(1), null, Book.client(3));
            assertThat(ours.entries())
                    .extracting(KeptEntry::hash)
                    .isEqualTo(before.stream().map(KeptEntry::hash).toList());
            assertThat(theirs.entries()).extracting(KeptEntry::client).doesNotContainNull();
        }

        @Test
        void is_not_forgotten_as_long_as_the_key_is_there() {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> ours.inTransaction(
                            connection -> DisclosureRegister.forget(connection, ours.tenant, Book.client(2))))
                    .withMessageContaining("append-only");
        }

        @Test
        void is_not_written_about_any_more() throws SQLException {
            ours.erase(2);

            assertThatIllegalStateException()
                    .isThrownBy(() -> ours.append(ours.opened(2, "portal")))
                    .withMessageContaining("nothing leaves");
            assertThat(ours.entries()).hasSize(3);
        }

        @Test
        void is_not_found_by_name_when_a_report_of_them_is_listed_all_the_same() throws SQLException {
            ours.erase(2).list("portal", 2);

            var listed = ours.entries().get(3);
            assertThat(listed.client()).isNull();
            assertThat(listed.clientDigest()).isEqualTo(ours.entries().get(1).clientDigest());
        }
    }
}
