package nl.werkvlak.platform.disclosure.register;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister.Entry;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister.Event;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The register of one tenant of a test's own. Clients and reports bear the same ids in every book, so that what is taken
 * for another tenant's shows.
 */
final class Book {

    static final Instant AT = Instant.parse("2026-10-31T12:00:00.123456Z");
    static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    static final Vault VAULT = new Vault(new byte[32], CLOCK);

    final TenantId tenant = new TenantId(UUID.randomUUID());
    private final DataSource database;

    Book(DataSource database) throws SQLException {
        this.database = database;
        tell(
                "insert into tenant (id, code, name, kind) values (:tenant, ?, 'Zelfde Naam B.V.', 'EMPLOYER')",
                tenant.toString().substring(0, 18));
    }

    static UUID client(int number) {
        return UUID.nameUUIDFromBytes(("client " + number).getBytes(StandardCharsets.UTF_8));
    }

    static UUID report(int number) {
        return UUID.nameUUIDFromBytes(("report " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** A report about a client of the same number is issued, with a basis that says whose it is. */
    Entry issued(int number) {
        return entry(Event.ISSUED, number, client(number), "tenant " + tenant);
    }

    Entry opened(int number, String recipient) {
        return entry(Event.OPENED, number, client(number), recipient);
    }

    Entry ofMany(int number) {
        return entry(Event.ISSUED, number, null, "tenant " + tenant);
    }

    private Entry entry(Event event, int number, @Nullable UUID client, String recipient) {
        return new Entry(
                event,
                report(number),
                client,
                recipient,
                EnumSet.of(DataCategory.IDENT, number % 2 == 0 ? DataCategory.GOAL : DataCategory.EDU),
                Set.of("B-" + tenant.toString().substring(0, 4), "A-1"),
                AT.plusSeconds(number),
                event == Event.OPENED ? "PDF" : null);
    }

    /** One transaction, so one seal. */
    Book append(Entry... entries) throws SQLException {
        return inTransaction(connection -> DisclosureRegister.append(connection, VAULT, tenant, List.of(entries)));
    }

    /** Reports from the first to the last number are issued, so many to a transaction. */
    Book issue(int first, int last, int together) throws SQLException {
        for (var from = first; from <= last; from += together) {
            append(IntStream.rangeClosed(from, Math.min(last, from + together - 1))
                    .mapToObj(this::issued)
                    .toArray(Entry[]::new));
        }
        return this;
    }

    Book list(String recipient, int... reports) throws SQLException {
        var ids = IntStream.of(reports).mapToObj(Book::report).toList();
        return inTransaction(
                connection -> DisclosureRegister.list(connection, VAULT, tenant, ids, recipient, AT.plusSeconds(9)));
    }

    Book erase(int client) throws SQLException {
        return inTransaction(connection -> {
            VAULT.erase(connection, tenant, client(client));
            DisclosureRegister.forget(connection, tenant, client(client));
        });
    }

    interface Work {
        void with(Connection connection) throws SQLException;
    }

    Book inTransaction(Work work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException | RuntimeException e) {
                // The driver gives up a connection on which a trigger spoke.
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                throw e;
            }
        }
        return this;
    }

    /** A statement on these rows, whoever may do that. */
    int tell(String statement, @Nullable Object... arguments) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant).update(statement, arguments);
        }
    }

    List<KeptEntry> entries() throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select " + KeptEntry.COLUMNS
                                    + " from disclosure where tenant_id = :tenant order by sequence",
                            KeptEntry::read);
        }
    }

    Stream<Long> sequences() throws SQLException {
        return entries().stream().map(KeptEntry::sequence);
    }

    List<Seal> seals() throws SQLException {
        try (var connection = database.getConnection()) {
            return new RegisterStore(connection, tenant).sealsAfter(0);
        }
    }

    Disclosures desk(Anchor anchor) {
        return desk(anchor, AT.plusSeconds(60));
    }

    Disclosures desk(Anchor anchor, Instant now) {
        return new Disclosures(database, VAULT, anchor, Clock.fixed(now, ZoneOffset.UTC));
    }

    Verification verify(Anchor anchor) {
        return desk(anchor).verify(tenant);
    }
}
