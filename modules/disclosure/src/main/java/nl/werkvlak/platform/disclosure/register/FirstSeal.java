package nl.werkvlak.platform.disclosure.register;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was registered before there were seals into the chain, under the first seal of its tenant. Done when the
 * server starts, because a change of the schema has no keys; done once, because there is one first seal.
 */
final class FirstSeal {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSeal.class);

    private FirstSeal() {}

    /** The tenants whose register has entries and no seal yet. */
    static List<TenantId> awaited(Connection connection) throws SQLException {
        return Sql.ofPlatform(connection)
                .query(
                        "select t.id from tenant t where exists (select 1 from disclosure d where d.tenant_id = t.id)"
                                + " and not exists (select 1 from disclosure_seal s where s.tenant_id = t.id)",
                        row -> new TenantId(row.uuid("id")));
    }

    /** In one transaction of the caller's. */
    static void put(Connection connection, Vault vault, TenantId tenant) throws SQLException {
        var store = new RegisterStore(connection, tenant);
        var head = store.lock();
        if (head.seal() > 0) {
            // Another node was a moment earlier.
            return;
        }
        var tree = new MerkleTree();
        var end = head;
        KeptEntry last = null;
        for (var page = store.entriesAfter(0); !page.isEmpty(); page = store.entriesAfter(end.sequence())) {
            page.stream().filter(entry -> entry.hash() != null).findFirst().ifPresent(entry -> {
                throw new IllegalStateException("Entry " + entry.sequence() + " of tenant " + tenant
                        + " is sealed and its seal is gone: see what verification says");
            });
            var sealed = DisclosureRegister.sealed(
                    tenant,
                    end,
                    DisclosureRegister.withDigests(
                            tenant,
                            DisclosureRegister.keys(connection, vault, tenant, page),
                            page,
                            FirstSeal::nobodyCanTell));
            store.sealInPlace(sealed);
            sealed.forEach(entry -> tree.add(Objects.requireNonNull(entry.hash())));
            last = sealed.get(sealed.size() - 1);
            end = new Head(0, head.sealHash(), last.sequence(), Objects.requireNonNull(last.hash()));
        }
        if (last != null) {
            store.close(Seal.over(tenant, head, last.sequence(), tree.root(), end.entryHash()), last);
            LOG.info("The register of tenant {} has its first seal, over {} entries", tenant, last.sequence());
        }
    }

    /** For a client whose key is gone already: as little as a digest under that key would say. */
    private static Hash nobodyCanTell() {
        var random = new byte[Hash.BYTES];
        new SecureRandom().nextBytes(random);
        return Hash.of(random);
    }
}
