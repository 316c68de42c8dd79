package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that were written before there were seals, as the migration leaves them: numbered, and without a hash. */
class FirstSealTest {

    @TempDir
    private Path folder;

    private FileAnchor anchor;
    private DataSource database;
    private Book ours;
    private Book theirs;

    @BeforeEach
    void entries_from_before() throws SQLException {
        anchor = new FileAnchor(folder);
        database = TestDatabase.fresh();
        ours = new Book(database);
        theirs = new Book(database);
        write("drop trigger disclosure_always_sealed");
        before(ours, 1_205);
        before(theirs, 3);
        write("create trigger disclosure_always_sealed before insert on disclosure for each row begin"
                + " if new.hash is null then signal sqlstate '45000' set message_text = 'sealed'; end if; end");
    }

    @Test
    void come_under_the_first_seal_of_their_tenant_and_nothing_is_lost() throws SQLException {
        var before = ours.entries();
        ours.desk(anchor).sealWhatCameBefore();

        assertThat(ours.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("hash", "clientDigest", "recipientDigest")
                .isEqualTo(before);
        assertThat(ours.seals())
                .singleElement()
                .satisfies(seal -> assertThat(seal.last()).isEqualTo(1_205));
        assertThat(theirs.seals())
                .singleElement()
                .satisfies(seal -> assertThat(seal.last()).isEqualTo(3));
        new Witness(database, anchor, Book.CLOCK).look();
        assertThat(ours.verify(anchor).findings()).isEmpty();
        assertThat(theirs.verify(anchor).findings()).isEmpty();
    }

    @Test
    void are_sealed_once_however_often_the_server_starts() throws SQLException {
        ours.desk(anchor).sealWhatCameBefore();
        var sealed = ours.entries();
        ours.desk(anchor).sealWhatCameBefore();
        ours.issue(1, 2, 2);
        new Witness(database, anchor, Book.CLOCK).look();

        assertThat(ours.entries().subList(0, sealed.size())).isEqualTo(sealed);
        assertThat(ours.seals()).hasSize(2);
        assertThat(ours.verify(anchor).findings()).isEmpty();
    }

    @Test
    void about_a_client_whose_key_was_erased_meanwhile_are_sealed_as_well() throws SQLException {
        ours.inTransaction(connection -> Book.VAULT.erase(connection, ours.tenant, Book.client(2)));
        ours.desk(anchor).sealWhatCameBefore();
        ours.inTransaction(connection -> DisclosureRegister.forget(connection, ours.tenant, Book.client(2)));
        new Witness(database, anchor, Book.CLOCK).look();

        assertThat(ours.verify(anchor).findings()).isEmpty();
        assertThat(ours.verify(anchor).forgotten()).isEqualTo(1);
    }

    private void before(Book book, int entries) throws SQLException {
        book.inTransaction(connection -> {
            Book.VAULT.keysFor(
                    connection,
                    book.tenant,
                    IntStream.rangeClosed(1, entries).mapToObj(Book::client).toList());
            for (var number = 1; number <= entries; number++) {
                Sql.ofTenant(connection, book.tenant)
                        .update(
                                "insert into disclosure (tenant_id, id, sequence, event, report_id, client_id,"
                                        + " recipient, categories, bases, disclosed_at)"
                                        + " values (:tenant, uuid(), ?, 'ISSUED', ?, ?, 'R', 'GOAL,IDENT', 'B-2 A-1', ?)",
                                number,
                                Book.report(number),
                                Book.client(number),
                                Book.AT.minusSeconds(1_000_000 + number));
            }
        });
    }

    private void write(String order) throws SQLException {
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection).update(order);
        }
    }
}
