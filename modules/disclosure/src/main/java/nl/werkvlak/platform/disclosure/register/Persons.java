package nl.werkvlak.platform.disclosure.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.register.Verification.Kind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;

/**
 * Holds the client and the recipient that stand beside an entry against the keyed digests in it. A client who was erased
 * cannot be held against anything any more; one who was emptied without being erased is found, because the key is there.
 */
final class Persons {

    private final Connection connection;
    private final Vault vault;
    private final TenantId tenant;
    private final Sql sql;
    private final Findings findings;
    /** Per digest that no client stands beside, the first entry with it: as many as there are erased clients. */
    private final Map<Hash, Long> nameless = new HashMap<>();

    private long forgotten;

    Persons(Connection connection, Vault vault, TenantId tenant, Findings findings) {
        this.connection = connection;
        this.vault = vault;
        this.tenant = tenant;
        this.sql = Sql.ofTenant(connection, tenant);
        this.findings = findings;
    }

    long forgotten() {
        return forgotten;
    }

    /** Two statements, however many entries. */
    void check(List<KeptEntry> entries) throws SQLException {
        var clients = entries.stream()
                .map(KeptEntry::client)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet<UUID>::new));
        var owners = new HashSet<>(clients);
        owners.add(tenant.value());
        var keys = vault.existingKeys(connection, tenant, owners);
        clients.removeAll(keys.keySet());
        var erased = clients.isEmpty() ? Set.<UUID>of() : erased(clients);
        for (var entry : entries) {
            if (entry.hash() != null && !(isRecipient(entry, keys) && isClient(entry, keys, erased))) {
                findings.add(Kind.CHANGED_PERSON, entry.sequence(), entry.sequence());
            }
        }
    }

    /** After the last entry: whoever is nameless and still has a key was not erased. */
    void checkNameless() throws SQLException {
        if (nameless.isEmpty()) {
            return;
        }
        var after = new UUID(0, 0);
        for (var page = ownersAfter(after); !page.isEmpty(); page = ownersAfter(after)) {
            vault.existingKeys(connection, tenant, page).forEach((owner, key) -> {
                var entry = nameless.get(DisclosureRegister.digestOfClient(key, owner));
                if (entry != null) {
                    findings.add(Kind.CHANGED_PERSON, entry, entry);
                }
            });
            after = page.get(page.size() - 1);
        }
    }

    private boolean isRecipient(KeptEntry entry, Map<UUID, DataKey> keys) {
        var key = keys.get(tenant.value());
        return key != null
                && DisclosureRegister.digestOfRecipient(key, entry.recipient()).equals(entry.recipientDigest());
    }

    private boolean isClient(KeptEntry entry, Map<UUID, DataKey> keys, Set<UUID> erased) {
        var client = entry.client();
        var digest = entry.clientDigest();
        if (client == null) {
            if (digest != null) {
                forgotten++;
                nameless.putIfAbsent(digest, entry.sequence());
            }
            return true;
        }
        var key = keys.get(client);
        if (key != null) {
            return DisclosureRegister.digestOfClient(key, client).equals(digest);
        }
        if (digest != null && erased.contains(client)) {
            forgotten++;
            return true;
        }
        return false;
    }

    private Set<UUID> erased(Collection<UUID> clients) throws SQLException {
        return new HashSet<>(sql.query(
                "select id from data_key where tenant_id = :tenant and id in (?) and erased_at is not null",
                row -> row.uuid("id"),
                clients));
    }

    private List<UUID> ownersAfter(UUID id) throws SQLException {
        return sql.query(
                "select id from data_key where tenant_id = :tenant and id > ? and erased_at is null order by id limit "
                        + RegisterStore.PAGE,
                row -> row.uuid("id"),
                id);
    }
}
