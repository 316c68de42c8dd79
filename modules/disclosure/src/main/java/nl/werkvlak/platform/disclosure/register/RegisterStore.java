package nl.werkvlak.platform.disclosure.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Where the register of one tenant is kept. */
final class RegisterStore {

    /** Of what is read or written in one statement. */
    static final int PAGE = 1_000;

    private final Sql sql;

    RegisterStore(Connection connection, TenantId tenant) {
        this.sql = Sql.ofTenant(connection, tenant);
    }

    /**
     * Where the register ends, held until this transaction ends: who appends waits here for who appended before, of the
     * same tenant only.
     */
    Head lock() throws SQLException {
        var none = Head.OF_AN_EMPTY_REGISTER;
        // Takes the lock of a row that is there at once, and makes one that is not; to look first would let two wait
        // for
        // each other over a row that is not there yet.
        sql.update(
                "insert into disclosure_head (tenant_id, seal, seal_hash, sequence, entry_hash)"
                        + " values (:tenant, ?, ?, ?, ?) on duplicate key update tenant_id = tenant_id",
                none.seal(),
                none.sealHash().bytes(),
                none.sequence(),
                none.entryHash().bytes());
        return head(" for update").orElseThrow();
    }

    Optional<Head> head() throws SQLException {
        return head("");
    }

    private Optional<Head> head(String lock) throws SQLException {
        return sql
                .query(
                        "select seal, seal_hash, sequence, entry_hash from disclosure_head where tenant_id = :tenant"
                                + lock,
                        row -> new Head(
                                row.count("seal"),
                                Hash.in(row, "seal_hash"),
                                row.count("sequence"),
                                Hash.in(row, "entry_hash")))
                .stream()
                .findFirst();
    }

    /** Adds entries with the seal over them, and moves the head there: three statements. */
    void add(List<KeptEntry> entries, Seal seal) throws SQLException {
        for (var from = 0; from < entries.size(); from += PAGE) {
            insert(entries.subList(from, Math.min(from + PAGE, entries.size())));
        }
        close(seal, entries.get(entries.size() - 1));
    }

    /** Adds a seal over entries that are there, and moves the head to its end. */
    void close(Seal seal, KeptEntry last) throws SQLException {
        sql.update(
                "insert into disclosure_seal (tenant_id, " + Seal.COLUMNS + ") values (:tenant, ?, ?, ?, ?, ?, ?)",
                seal.number(),
                seal.format(),
                seal.first(),
                seal.last(),
                seal.root().bytes(),
                seal.hash().bytes());
        sql.update(
                "update disclosure_head set seal = ?, seal_hash = ?, sequence = ?, entry_hash = ?"
                        + " where tenant_id = :tenant",
                seal.number(),
                seal.hash().bytes(),
                seal.last(),
                bytes(last.hash()));
    }

    private void insert(List<KeptEntry> entries) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (var entry : entries) {
            Collections.addAll(
                    values,
                    entry.sequence(),
                    entry.id(),
                    entry.event(),
                    entry.report(),
                    entry.client(),
                    entry.recipient(),
                    entry.form(),
                    entry.categories(),
                    entry.bases(),
                    entry.at(),
                    bytes(entry.clientDigest()),
                    bytes(entry.recipientDigest()),
                    bytes(entry.hash()));
        }
        var row = "(:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        sql.update(
                "insert into disclosure (tenant_id, " + KeptEntry.COLUMNS + ") values "
                        + String.join(", ", Collections.nCopies(entries.size(), row)),
                values.toArray());
    }

    /** Seals entries from before the seals: the database lets that happen once. */
    void sealInPlace(List<KeptEntry> entries) throws SQLException {
        sql.batch(
                "update disclosure set client_digest = ?, recipient_digest = ?, hash = ?"
                        + " where tenant_id = :tenant and id = ?",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            bytes(entry.clientDigest()), bytes(entry.recipientDigest()), bytes(entry.hash()), entry.id()
                        })
                        .toList());
    }

    /** The next entries after one, in order, sealed or not. */
    List<KeptEntry> entriesAfter(long sequence) throws SQLException {
        return sql.query(
                "select " + KeptEntry.COLUMNS + " from disclosure"
                        + " where tenant_id = :tenant and sequence > ? order by sequence limit " + PAGE,
                KeptEntry::read,
                sequence);
    }

    List<Seal> sealsAfter(long number) throws SQLException {
        return sql.query(
                "select " + Seal.COLUMNS + " from disclosure_seal where tenant_id = :tenant and number > ?"
                        + " order by number limit " + PAGE,
                Seal::read,
                number);
    }

    Optional<Seal> seal(long number) throws SQLException {
        return sql
                .query(
                        "select " + Seal.COLUMNS + " from disclosure_seal where tenant_id = :tenant and number = ?",
                        Seal::read,
                        number)
                .stream()
                .findFirst();
    }

    /** The seal over an entry. */
    Optional<Seal> sealOver(long sequence) throws SQLException {
        return sql
                .query(
                        "select " + Seal.COLUMNS + " from disclosure_seal where tenant_id = :tenant"
                                + " and last_sequence >= ? order by last_sequence limit 1",
                        Seal::read,
                        sequence)
                .stream()
                .findFirst();
    }

    List<Hash> hashesOf(Seal seal) throws SQLException {
        return sql.query(
                "select hash from disclosure where tenant_id = :tenant and sequence between ? and ? and hash is not null"
                        + " order by sequence",
                row -> Hash.in(row, "hash"),
                seal.first(),
                seal.last());
    }

    Optional<KeptEntry> entry(UUID id) throws SQLException {
        return sql
                .query(
                        "select " + KeptEntry.COLUMNS + " from disclosure where tenant_id = :tenant and id = ?",
                        KeptEntry::read,
                        id)
                .stream()
                .findFirst();
    }

    /** The next entries after one that meet all of what is asked, in order. */
    List<KeptEntry> find(
            @Nullable UUID client, @Nullable UUID report, @Nullable DataCategory category, long after, int limit)
            throws SQLException {
        var where = new StringBuilder("tenant_id = :tenant and sequence > ?");
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(after);
        if (client != null) {
            where.append(" and client_id = ?");
            arguments.add(client);
        }
        if (report != null) {
            where.append(" and report_id = ?");
            arguments.add(report);
        }
        if (category != null) {
            where.append(" and find_in_set(?, categories) > 0");
            arguments.add(category);
        }
        return sql.query(
                "select " + KeptEntry.COLUMNS + " from disclosure where " + where + " order by sequence limit " + limit,
                KeptEntry::read,
                arguments.toArray());
    }

    /** The first entries of these reports, as they were issued, but for those that this recipient saw in a list before. */
    List<KeptEntry> notListedTo(String recipient, Collection<UUID> reports) throws SQLException {
        return sql.query(
                "select " + KeptEntry.COLUMNS + " from disclosure i where tenant_id = :tenant and report_id in (?)"
                        + " and event = 'ISSUED' and not exists (select 1 from disclosure l"
                        + " where l.tenant_id = i.tenant_id and l.report_id = i.report_id and l.event = 'LISTED'"
                        + " and l.recipient = ?) order by sequence",
                KeptEntry::read,
                reports,
                recipient);
    }

    void forget(UUID client) throws SQLException {
        sql.update("update disclosure set client_id = null where tenant_id = :tenant and client_id = ?", client);
    }

    private static byte @Nullable [] bytes(@Nullable Hash hash) {
        return hash == null ? null : hash.bytes();
    }
}
