package nl.werkvlak.platform.disclosure.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.RowId;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Writes the memory of the gate (regulation art. 12, 14.1.e; GDPR 5(2), 19): what left, for whom, on which bases, when.
 *
 * <p>An entry is written in the transaction of what it records, before anything leaves: when it cannot be written,
 * nothing leaves. It is sealed in that same transaction, and never changes. Write as late in the transaction as can be:
 * from then on, whoever else writes for the same tenant waits for its end.
 */
public final class DisclosureRegister {

    private DisclosureRegister() {}

    /** What happened to a report. */
    public enum Event {
        /** Made available to the tenant. */
        ISSUED,
        /** Shown to exist, in a list or by its metadata; nothing of what stands in it was given out. */
        LISTED,
        /** Its contents were given out. */
        OPENED
    }

    /**
     * One entry.
     *
     * @param client whom it is about; null for a report over many
     * @param recipient the id of the tenant's portal client or account that received it; the tenant itself when it was
     *     issued
     * @param categories what was received; none when the report was only listed
     * @param bases the numbers of the legal bases
     * @param form in which it was opened: {@code PDF}; null for the rest
     */
    public record Entry(
            Event event,
            UUID report,
            @Nullable UUID client,
            String recipient,
            Set<DataCategory> categories,
            Set<String> bases,
            Instant at,
            @Nullable String form) {

        /** Of what was not opened. */
        public Entry(
                Event event,
                UUID report,
                @Nullable UUID client,
                String recipient,
                Set<DataCategory> categories,
                Set<String> bases,
                Instant at) {
            this(event, report, client, recipient, categories, bases, at, null);
        }
    }

    /** Writes and seals entries in one go, in a number of statements that does not grow with them. */
    public static void append(Connection connection, Vault vault, TenantId tenant, Collection<Entry> entries)
            throws SQLException {
        write(connection, vault, tenant, kept(entries));
    }

    /**
     * The same, by who opened the keys of the clients already in this transaction. The tenant's own is opened here, at the end:
     * where it is still to be made, all others of the tenant wait until the transaction ends.
     *
     * @param ofClients the keys of those whom the entries are about
     */
    public static void append(
            Connection connection,
            Vault vault,
            TenantId tenant,
            Map<UUID, DataKey> ofClients,
            Collection<Entry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        var keys = new HashMap<>(ofClients);
        keys.put(tenant.value(), vault.keyOf(connection, tenant));
        write(connection, tenant, keys, kept(entries));
    }

    /**
     * Writes that these reports were shown to a recipient, each once per report and recipient: who looks at a list every
     * minute is written down at the first look only. (Two first looks at the same moment may both be.)
     */
    public static void list(
            Connection connection, Vault vault, TenantId tenant, Collection<UUID> reports, String recipient, Instant at)
            throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        var entries = new RegisterStore(connection, tenant)
                .notListedTo(recipient, reports).stream()
                        .map(issued -> listed(issued, recipient, at))
                        .toList();
        write(connection, vault, tenant, entries);
    }

    /**
     * Forgets who an erased client was: the entries stay, and say no longer about whom they are. Call it after the key of
     * the client was erased, in the same transaction; the database refuses it before.
     */
    public static void forget(Connection connection, TenantId tenant, UUID client) throws SQLException {
        new RegisterStore(connection, tenant).forget(client);
    }

    private static void write(Connection connection, Vault vault, TenantId tenant, List<KeptEntry> entries)
            throws SQLException {
        write(connection, tenant, keys(connection, vault, tenant, entries), entries);
    }

    private static void write(Connection connection, TenantId tenant, Map<UUID, DataKey> keys, List<KeptEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        var known = withDigests(tenant, keys, entries, () -> {
            throw new IllegalStateException("The key of who this is about was erased, so nothing leaves any more");
        });
        var store = new RegisterStore(connection, tenant);
        var head = store.lock();
        var sealed = sealed(tenant, head, known);
        store.add(sealed, sealOver(tenant, head, sealed));
    }

    /**
     * The entries with the digests of client and recipient, under the keys of the client and of the tenant.
     *
     * @param ofErased what stands for a client whose key was erased
     */
    static List<KeptEntry> withDigests(
            TenantId tenant, Map<UUID, DataKey> keys, List<KeptEntry> entries, Supplier<Hash> ofErased) {
        var tenantKey = Objects.requireNonNull(keys.get(tenant.value()), "the key of the tenant was erased");
        return entries.stream()
                .map(entry -> entry.withDigests(
                        digestOfClient(entry, keys, ofErased), digestOfRecipient(tenantKey, entry.recipient())))
                .toList();
    }

    /** Those of the tenant, and of whom the entries are about; without those that were erased. */
    static Map<UUID, DataKey> keys(Connection connection, Vault vault, TenantId tenant, List<KeptEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return Map.of();
        }
        var owners = entries.stream()
                .map(KeptEntry::client)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet<UUID>::new));
        owners.add(tenant.value());
        return vault.keysFor(connection, tenant, owners);
    }

    private static @Nullable Hash digestOfClient(KeptEntry entry, Map<UUID, DataKey> keys, Supplier<Hash> ofErased) {
        var client = entry.client();
        if (client == null) {
            return entry.clientDigest();
        }
        var key = keys.get(client);
        return key == null ? ofErased.get() : digestOfClient(key, client);
    }

    /** The entries numbered from the head on, each hashed together with the one before. */
    static List<KeptEntry> sealed(TenantId tenant, Head head, List<KeptEntry> entries) {
        var sealed = new ArrayList<KeptEntry>();
        var before = head.entryHash();
        var sequence = head.sequence();
        for (var entry : entries) {
            var numbered = entry.numbered(++sequence);
            before = Canonical.entry(tenant, numbered, before);
            sealed.add(numbered.sealed(before));
        }
        return sealed;
    }

    static Seal sealOver(TenantId tenant, Head head, List<KeptEntry> sealed) {
        var tree = new MerkleTree();
        sealed.forEach(entry -> tree.add(Objects.requireNonNull(entry.hash())));
        var last = sealed.get(sealed.size() - 1);
        return Seal.over(tenant, head, last.sequence(), tree.root(), Objects.requireNonNull(last.hash()));
    }

    static Hash digestOfClient(DataKey key, UUID client) {
        return Hash.of(key.digest("disclosure client " + client));
    }

    static Hash digestOfRecipient(DataKey key, String recipient) {
        return Hash.of(key.digest("disclosure recipient " + recipient));
    }

    private static List<KeptEntry> kept(Collection<Entry> entries) {
        return entries.stream().map(DisclosureRegister::kept).toList();
    }

    private static KeptEntry kept(Entry entry) {
        return unnumbered(
                entry.event(),
                entry.report(),
                entry.client(),
                entry.recipient(),
                entry.form(),
                entry.categories().stream().map(Enum::name).collect(Collectors.joining(",")),
                String.join(" ", new TreeSet<>(entry.bases())),
                entry.at(),
                null);
    }

    private static KeptEntry listed(KeptEntry issued, String recipient, Instant at) {
        return unnumbered(
                Event.LISTED,
                issued.report(),
                issued.client(),
                recipient,
                null,
                "",
                issued.bases(),
                at,
                issued.clientDigest());
    }

    private static KeptEntry unnumbered(
            Event event,
            UUID report,
            @Nullable UUID client,
            String recipient,
            @Nullable String form,
            String categories,
            String bases,
            Instant at,
            @Nullable Hash clientDigest) {
        // The database keeps microseconds, and what is hashed has to be what is kept.
        return new KeptEntry(
                0,
                RowId.next(at),
                event.name(),
                report,
                client,
                recipient,
                form,
                categories,
                bases,
                at.truncatedTo(ChronoUnit.MICROS),
                clientDigest,
                null,
                null);
    }
}
