package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.Verification.Finding;
import nl.werkvlak.platform.disclosure.register.Verification.Kind;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tampering is done for real, by somebody who may do everything in the database: the triggers are gone. The register has
 * twelve entries under four seals of three, and is anchored; beside it stands another tenant's with the same ids, to which
 * nothing happens.
 */
abstract class TamperedRegister {

    static DataSource database;

    @TempDir
    Path folder;

    FileAnchor anchor;
    Book ours;
    Book theirs;

    @BeforeAll
    static void without_triggers() throws SQLException {
        database = TestDatabase.fresh();
        dropTriggers(database);
    }

    static void dropTriggers(DataSource of) throws SQLException {
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

    Witness witness() {
        return new Witness(database, anchor, Book.CLOCK);
    }

    List<Finding> findings() {
        return ours.verify(anchor).findings();
    }

    static Finding finding(Kind kind, long first, long last) {
        return new Finding(kind, first, last);
    }

    void tamper(String statement, @Nullable Object... arguments) throws SQLException {
        assertThat(ours.tell(statement, arguments)).as(statement).isPositive();
    }

    void cutAfterSeal(int number) throws SQLException {
        var last = ours.seals().get(number - 1).last();
        tamper("delete from disclosure where tenant_id = :tenant and sequence > ?", last);
        tamper("delete from disclosure_seal where tenant_id = :tenant and number > ?", number);
    }

    void forgeHead(Seal seal) throws SQLException {
        var last = ours.entries().get(Math.toIntExact(seal.last()) - 1);
        tamper(
                "update disclosure_head set seal = ?, seal_hash = ?, sequence = ?, entry_hash = ?"
                        + " where tenant_id = :tenant",
                seal.number(),
                seal.hash().bytes(),
                seal.last(),
                hashOf(last).bytes());
    }

    void setHash(long sequence, Hash hash) throws SQLException {
        ours.tell("update disclosure set hash = ? where tenant_id = :tenant and sequence = ?", hash.bytes(), sequence);
    }

    void setSeal(Seal seal) throws SQLException {
        ours.tell(
                "update disclosure_seal set merkle_root = ?, hash = ? where tenant_id = :tenant and number = ?",
                seal.root().bytes(),
                seal.hash().bytes(),
                seal.number());
    }

    /** Computes every hash again, as somebody does who knows how and holds no key. */
    void writeAgain() throws SQLException {
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

    static Hash hashOf(KeptEntry entry) {
        return Objects.requireNonNull(entry.hash());
    }
}
