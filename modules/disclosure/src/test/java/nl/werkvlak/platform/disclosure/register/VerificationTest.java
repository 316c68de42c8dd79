package nl.werkvlak.platform.disclosure.register;

import static nl.werkvlak.platform.disclosure.register.Verification.Kind.ANCHOR_DAMAGED;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.ANCHOR_DISAGREES;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_ENTRY;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_PERSON;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_SEAL;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.FORGED_HEAD;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.MISSING_ENTRIES;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.MISSING_SEALS;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.NOT_ANCHORED;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.OLDER_THAN_ANCHOR;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.UNSEALED_ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.Verification.Finding;
import nl.werkvlak.platform.disclosure.register.Verification.Kind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way of tampering is done for real, by somebody who may do everything in the database: the triggers are gone.
 * Each register has twelve entries under four seals of three, and is anchored; beside it stands another tenant's with the
 * same ids, to which nothing happens.
 */
class VerificationTest {

    private static DataSource database;

    @TempDir
    private Path folder;

    private FileAnchor anchor;
    private Book ours;
    private Book theirs;

    @BeforeAll
    static void without_triggers() throws SQLException {
        database = TestDatabase.fresh();
        dropTriggers(database);
    }

    private static void dropTriggers(DataSource of) throws SQLException {
        try (var connection = of.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            for (var trigger : sql.query(
                    "select trigger_name t from information_schema.triggers where trigger_schema = schema()",
                    row -> row.text("t"))) {
                sql.update("drop trigger " + trigger);
            }
        }
    }

    @BeforeEach
    void two_registers() throws SQLException {
        anchor = new FileAnchor(folder);
        ours = new Book(database).issue(1, 12, 3);
        theirs = new Book(database).issue(1, 12, 3);
        witness().look();
    }

    @AfterEach
    void the_other_tenants_register_is_intact() {
        assertThat(theirs.verify(new FileAnchor(folder)).findings()).isEmpty();
    }

    private Witness witness() {
        return new Witness(database, anchor, Book.CLOCK);
    }

    private List<Finding> findings() {
        return ours.verify(anchor).findings();
    }

    private static Finding finding(Kind kind, long first, long last) {
        return new Finding(kind, first, last);
    }

    @Nested
    class A_register_as_it_was_written {

        @Test
        void is_intact() {
            var verification = ours.verify(anchor);

            assertThat(verification.isIntact()).isTrue();
            assertThat(verification.entries()).isEqualTo(12);
            assertThat(verification.seals()).isEqualTo(4);
            assertThat(verification.anchoredThrough()).isEqualTo(12);
        }

        @Test
        void is_intact_when_nothing_was_ever_disclosed() throws SQLException {
            var verification = new Book(database).verify(anchor);

            assertThat(verification.isIntact()).isTrue();
            assertThat(verification.entries()).isZero();
        }

        @Test
        void is_intact_while_the_anchor_is_a_moment_behind() throws SQLException {
            ours.issue(13, 15, 3);

            assertThat(findings()).isEmpty();
            assertThat(ours.verify(anchor).anchoredThrough()).isEqualTo(12);
        }

        @Test
        void of_an_unknown_tenant_does_not_exist() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> ours.desk(anchor).verify(new TenantId(UUID.randomUUID())))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    @Nested
    class A_changed_row_is_found {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "event = 'OPENED'",
                    "report_id = uuid()",
                    "categories = 'IDENT,HEALTH'",
                    "bases = 'A-1'",
                    "disclosed_at = disclosed_at + interval 1 microsecond",
                    "client_digest = null, client_id = null",
                    "client_digest = repeat('x', 32)",
                    "hash = repeat('x', 32)"
                })
        void whatever_was_changed(String change) throws SQLException {
            tamper("update disclosure set " + change + " where tenant_id = :tenant and sequence = 5");

            assertThat(findings()).anyMatch(found -> found.kind() == CHANGED_ENTRY && found.first() == 5);
        }

        @Test
        void when_its_own_hash_was_computed_again() throws SQLException {
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 5");
            var rows = ours.entries();
            setHash(5, Canonical.entry(ours.tenant, rows.get(4), hashOf(rows.get(3))));

            assertThat(findings()).contains(finding(CHANGED_ENTRY, 6, 6), finding(CHANGED_SEAL, 4, 6));
        }

        @Test
        void when_another_client_or_recipient_was_put_beside_it() throws SQLException {
            tamper("update disclosure set client_id = ? where tenant_id = :tenant and sequence = 5", Book.client(6));
            tamper("update disclosure set recipient = 'somebody' where tenant_id = :tenant and sequence = 8");

            assertThat(findings()).containsExactly(finding(CHANGED_PERSON, 5, 5), finding(CHANGED_PERSON, 8, 8));
        }

        @Test
        void when_a_client_was_emptied_who_was_not_erased() throws SQLException {
            tamper("update disclosure set client_id = null where tenant_id = :tenant and sequence = 5");

            assertThat(findings()).containsExactly(finding(CHANGED_PERSON, 5, 5));
        }

        @Test
        void when_its_hash_was_emptied() throws SQLException {
            tamper("update disclosure set hash = null, recipient_digest = null where tenant_id = :tenant"
                    + " and sequence = 5");

            assertThat(findings()).contains(finding(CHANGED_ENTRY, 5, 5));
        }
    }

    @Nested
    class A_removed_row_is_found {

        @Test
        void between_others() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence in (5, 6)");

            assertThat(findings()).contains(finding(MISSING_ENTRIES, 5, 6));
        }

        @Test
        void when_those_after_it_moved_up() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence = 5");
            tamper("update disclosure set sequence = sequence - 1 where tenant_id = :tenant and sequence > 5"
                    + " order by sequence");

            assertThat(findings())
                    .contains(
                            finding(CHANGED_ENTRY, 5, 6),
                            finding(CHANGED_SEAL, 4, 6),
                            finding(MISSING_ENTRIES, 12, 12));
        }

        @Test
        void at_the_beginning() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence = 1");

            assertThat(findings()).contains(finding(MISSING_ENTRIES, 1, 1));
        }
    }

    @Nested
    class A_cut_tail_is_found {

        @Test
        void of_entries() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence > 10");

            assertThat(findings()).contains(finding(MISSING_ENTRIES, 11, 12), finding(OLDER_THAN_ANCHOR, 11, 12));
        }

        @Test
        void of_entries_and_their_seals() throws SQLException {
            cutAfterSeal(2);

            assertThat(findings())
                    .containsExactly(
                            finding(MISSING_ENTRIES, 7, 12),
                            finding(FORGED_HEAD, 12, 12),
                            finding(OLDER_THAN_ANCHOR, 7, 12));
        }

        @Test
        void by_the_anchor_alone_when_the_head_was_moved_back_as_well() throws SQLException {
            cutAfterSeal(2);
            forgeHead(ours.seals().get(1));

            assertThat(findings()).containsExactly(finding(OLDER_THAN_ANCHOR, 7, 12));
        }

        @Test
        void of_the_whole_register() throws SQLException {
            for (var table : List.of("disclosure", "disclosure_seal", "disclosure_head")) {
                tamper("delete from " + table + " where tenant_id = :tenant");
            }

            assertThat(findings()).containsExactly(finding(OLDER_THAN_ANCHOR, 1, 12));
        }
    }

    @Nested
    class A_swapped_order_is_found {

        @Test
        void of_two_entries_of_one_seal() throws SQLException {
            swap(4, 5);

            assertThat(findings()).contains(finding(CHANGED_ENTRY, 4, 6), finding(CHANGED_SEAL, 4, 6));
        }

        @Test
        void of_entries_of_different_seals() throws SQLException {
            swap(2, 11);

            assertThat(findings())
                    .anyMatch(found -> found.kind() == CHANGED_ENTRY && found.first() == 2)
                    .anyMatch(found -> found.kind() == CHANGED_ENTRY && found.first() == 11);
        }

        private void swap(int one, int other) throws SQLException {
            tamper("update disclosure set sequence = 99 where tenant_id = :tenant and sequence = ?", one);
            tamper("update disclosure set sequence = ? where tenant_id = :tenant and sequence = ?", one, other);
            tamper("update disclosure set sequence = ? where tenant_id = :tenant and sequence = 99", other);
        }
    }

    @Nested
    class A_tampered_seal_is_found {

        @ParameterizedTest
        @ValueSource(
                strings = {"merkle_root = repeat('x', 32)", "hash = repeat('x', 32)", "format = 2", "first_sequence = 5"
                })
        void whatever_was_changed(String change) throws SQLException {
            tamper("update disclosure_seal set " + change + " where tenant_id = :tenant and number = 2");

            assertThat(findings()).anyMatch(found -> found.kind() == CHANGED_SEAL);
        }

        @Test
        void when_its_root_and_hash_were_computed_again() throws SQLException {
            var seal = ours.seals().get(1);
            var root = MerkleTree.rootOf(List.of(hashOf(ours.entries().get(4))));
            var forged = Seal.over(
                    ours.tenant,
                    new Head(
                            1,
                            ours.seals().get(0).hash(),
                            3,
                            hashOf(ours.entries().get(2))),
                    seal.last(),
                    root,
                    hashOf(ours.entries().get(5)));
            setSeal(forged);

            assertThat(findings()).contains(finding(CHANGED_SEAL, 4, 9));
        }

        @Test
        void when_it_was_removed() throws SQLException {
            tamper("delete from disclosure_seal where tenant_id = :tenant and number = 2");

            assertThat(findings()).contains(finding(MISSING_SEALS, 4, 6));
        }

        @Test
        void when_the_last_one_was_removed() throws SQLException {
            tamper("delete from disclosure_seal where tenant_id = :tenant and number = 4");

            assertThat(findings()).contains(finding(UNSEALED_ENTRIES, 10, 12), finding(FORGED_HEAD, 12, 12));
        }
    }

    @Nested
    class A_forged_head_is_found {

        @ParameterizedTest
        @ValueSource(strings = {"sequence = 13", "seal = 5", "seal_hash = repeat('x', 32)"})
        void whatever_was_changed(String change) throws SQLException {
            tamper("update disclosure_head set " + change + " where tenant_id = :tenant");

            assertThat(findings()).anyMatch(found -> found.kind() == FORGED_HEAD);
        }

        @Test
        void when_it_was_removed() throws SQLException {
            tamper("delete from disclosure_head where tenant_id = :tenant");

            assertThat(findings()).contains(finding(FORGED_HEAD, 0, 0));
        }
    }

    @Nested
    class A_history_that_was_written_again {

        @Test
        void hashes_and_all_is_found_by_the_anchor_alone() throws SQLException {
            ours.issue(13, 15, 3);
            witness().look();
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 14");
            writeAgain();

            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 13, 15));
        }

        @Test
        void from_the_beginning_is_found() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence = 1");
            tamper("update disclosure set sequence = sequence - 1 where tenant_id = :tenant order by sequence");
            tamper("update disclosure_seal set last_sequence = last_sequence - 1 where tenant_id = :tenant"
                    + " order by number");
            tamper("update disclosure_seal set first_sequence = first_sequence - 1 where tenant_id = :tenant"
                    + " and number > 1");
            writeAgain();

            assertThat(findings())
                    .containsExactly(finding(ANCHOR_DISAGREES, 1, 12), finding(OLDER_THAN_ANCHOR, 12, 12));
        }

        @Test
        void goes_unseen_without_an_anchor_which_is_why_there_is_one() throws SQLException {
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 5");
            writeAgain();

            assertThat(ours.verify(new FileAnchor(folder.resolve("of-nobody"))).findings())
                    .isEmpty();
            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 1, 12));
        }

        @Test
        void is_never_anchored_over() throws SQLException {
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 5");
            writeAgain();
            ours.issue(13, 15, 3);
            var witness = witness();
            witness.look();

            assertThat(witness.trouble()).isPresent();
            assertThat(anchor.last(ours.tenant).orElseThrow().sequence()).isEqualTo(12);
            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 1, 12));
        }
    }

    @Nested
    class An_entry_that_was_slipped_in {

        @Test
        void behind_the_last_one_is_found() throws SQLException {
            tamper(
                    "insert into disclosure (tenant_id, id, sequence, event, report_id, recipient, categories, bases,"
                            + " disclosed_at) values (:tenant, uuid(), 13, 'OPENED', uuid(), 'R', 'IDENT', 'B', utc_timestamp())");

            assertThat(findings()).containsExactly(finding(UNSEALED_ENTRIES, 13, 13));
        }
    }

    @Nested
    class A_client_who_is_erased {

        @Test
        void leaves_the_register_intact() throws SQLException {
            ours.append(ours.opened(5, "portal"));
            witness().look();
            ours.erase(5);

            var verification = ours.verify(anchor);
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.forgotten()).isEqualTo(2);
        }
    }

    @Nested
    class A_copy_that_was_put_back {

        @Test
        void older_than_the_anchor_is_found_with_the_entries_that_it_lacks() throws SQLException {
            var copy = TestDatabase.fresh();
            copyTo(copy);
            ours.issue(13, 20, 4);
            witness().look();

            assertThat(new Disclosures(copy, Book.VAULT, anchor, Book.CLOCK)
                            .verify(ours.tenant)
                            .findings())
                    .containsExactly(finding(OLDER_THAN_ANCHOR, 13, 20));
        }

        @Test
        void and_written_on_is_found_as_another_history() throws SQLException {
            var copy = TestDatabase.fresh();
            copyTo(copy);
            ours.issue(13, 20, 4);
            witness().look();
            try (var connection = copy.getConnection()) {
                connection.setAutoCommit(false);
                for (var i = 21; i < 30; i += 3) {
                    DisclosureRegister.append(
                            connection,
                            Book.VAULT,
                            ours.tenant,
                            List.of(ours.issued(i), ours.issued(i + 1), ours.issued(i + 2), ours.issued(i + 3)));
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            var witness = new Witness(copy, anchor, Book.CLOCK);
            witness.look();

            assertThat(witness.trouble()).isPresent();
            assertThat(new Disclosures(copy, Book.VAULT, anchor, Book.CLOCK)
                            .verify(ours.tenant)
                            .findings())
                    .containsExactly(finding(ANCHOR_DISAGREES, 13, 20));
        }

        /** As a backup does: every row of both tenants, as it is now. */
        private void copyTo(DataSource copy) throws SQLException {
            dropTriggers(copy);
            String from;
            try (var connection = database.getConnection()) {
                from = connection.getCatalog();
            }
            try (var connection = copy.getConnection()) {
                for (var tenant : List.of(ours.tenant, theirs.tenant)) {
                    var sql = Sql.ofTenant(connection, tenant);
                    sql.update("insert into tenant select * from " + from + ".tenant where id = :tenant");
                    for (var table : List.of("data_key", "disclosure", "disclosure_seal", "disclosure_head")) {
                        sql.update("insert into " + table + " select * from " + from + "." + table
                                + " where tenant_id = :tenant");
                    }
                }
            }
        }
    }

    @Nested
    class An_anchor {

        @Test
        void that_does_not_follow_is_found_after_an_hour() throws SQLException {
            ours.issue(13, 15, 3);
            var written = Book.AT.plusSeconds(13);

            assertThat(ours.desk(anchor, written.plus(Duration.ofMinutes(59)))
                            .verify(ours.tenant)
                            .findings())
                    .isEmpty();
            assertThat(ours.desk(anchor, written.plus(Duration.ofMinutes(61)))
                            .verify(ours.tenant)
                            .findings())
                    .containsExactly(finding(NOT_ANCHORED, 13, 15));
        }

        @Test
        void in_which_somebody_wrote_is_found() throws IOException, SQLException {
            ours.issue(13, 15, 3);
            witness().look();
            var file = folder.resolve(ours.tenant + ".anchor");
            var bytes = Files.readAllBytes(file);
            bytes[0] = '2';
            Files.write(file, bytes);

            assertThat(findings()).contains(finding(ANCHOR_DAMAGED, 1, 1));
        }

        @Test
        void in_which_a_point_was_forged_is_found() throws IOException, SQLException {
            var file = folder.resolve(ours.tenant + ".anchor");
            var text = Files.readString(file);
            var forged = text.substring(0, text.length() - 2) + (text.endsWith("0\n") ? "1\n" : "0\n");
            Files.writeString(file, forged, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);

            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 1, 12));
        }
    }

    private void tamper(String statement, @Nullable Object... arguments) throws SQLException {
        assertThat(ours.tell(statement, arguments)).as(statement).isPositive();
    }

    private void cutAfterSeal(int number) throws SQLException {
        var last = ours.seals().get(number - 1).last();
        tamper("delete from disclosure where tenant_id = :tenant and sequence > ?", last);
        tamper("delete from disclosure_seal where tenant_id = :tenant and number > ?", number);
    }

    private void forgeHead(Seal seal) throws SQLException {
        var last = ours.entries().get(Math.toIntExact(seal.last()) - 1);
        tamper(
                "update disclosure_head set seal = ?, seal_hash = ?, sequence = ?, entry_hash = ?"
                        + " where tenant_id = :tenant",
                seal.number(),
                seal.hash().bytes(),
                seal.last(),
                hashOf(last).bytes());
    }

    private void setHash(long sequence, Hash hash) throws SQLException {
        ours.tell("update disclosure set hash = ? where tenant_id = :tenant and sequence = ?", hash.bytes(), sequence);
    }

    private void setSeal(Seal seal) throws SQLException {
        ours.tell(
                "update disclosure_seal set merkle_root = ?, hash = ? where tenant_id = :tenant and number = ?",
                seal.root().bytes(),
                seal.hash().bytes(),
                seal.number());
    }

    /** Computes every hash again, as somebody does who knows how and holds no key. */
    private void writeAgain() throws SQLException {
        var before = Hash.BEFORE_THE_FIRST;
        var hashes = new ArrayList<Hash>();
        for (var entry : ours.entries()) {
            before = Canonical.entry(ours.tenant, entry, before);
            hashes.add(before);
            setHash(entry.sequence(), before);
        }
        var head = Head.OF_AN_EMPTY_REGISTER;
        Seal last = null;
        for (var seal : ours.seals()) {
            var leaves = hashes.subList(Math.toIntExact(seal.first()) - 1, Math.toIntExact(seal.last()));
            var lastHash = leaves.get(leaves.size() - 1);
            last = Seal.over(ours.tenant, head, seal.last(), MerkleTree.rootOf(leaves), lastHash);
            setSeal(last);
            head = new Head(last.number(), last.hash(), last.last(), lastHash);
        }
        forgeHead(Objects.requireNonNull(last));
    }

    private static Hash hashOf(KeptEntry entry) {
        return Objects.requireNonNull(entry.hash());
    }
}
