package nl.werkvlak.platform.vault;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Holds the master key, and hands out the keys of clients. Thread-safe. */
public final class Vault {

    private static final String WRAPPED = "data_key.wrapped";
    private static final String HMAC = "HmacSHA256";

    private final DataKey master;
    private final SecretKeySpec fingerprints;
    private final Clock clock;

    /**
     * A vault under a master key.
     *
     * @param masterKey 32 bytes, from outside the database
     */
    public Vault(byte[] masterKey, Clock clock) {
        if (masterKey.length != DataKey.BYTES) {
            throw new IllegalArgumentException("The master key has to be 32 bytes, in base64");
        }
        this.master = new DataKey(DataKey.derive(masterKey, "wrap"), "master");
        this.fingerprints = new SecretKeySpec(DataKey.derive(masterKey, "fingerprint"), HMAC);
        this.clock = clock;
    }

    /** A keyed digest of 32 bytes: tells whether two texts are the same to who holds the master key, and nothing else. */
    public byte[] fingerprint(String text) {
        return DataKey.digest(fingerprints, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals what belongs to the platform itself, such as the key that signs tokens. */
    public DataKey platformKey() {
        return master;
    }

    /**
     * The keys of these owners (client ids, or the tenant's own id), made where they were missing; an owner whose key
     * was erased is left out. In sets: two statements, however many owners. Call it in the transaction that uses them.
     */
    public Map<UUID, DataKey> keysFor(Connection connection, TenantId tenant, Collection<UUID> owners)
            throws SQLException {
        var missing = new ArrayList<@Nullable Object[]>();
        var known = wrappedKeys(connection, tenant, owners, "");
        // In one order, so that two nodes that make the same keys wait for each other and never in a circle.
        for (var owner : new TreeSet<>(owners)) {
            if (!known.containsKey(owner)) {
                var wrapped = master.seal(Random.randBytes(DataKey.BYTES), place(tenant, owner));
                missing.add(new @Nullable Object[] {owner, wrapped, clock.instant()});
            }
        }
        if (!missing.isEmpty()) {
            var insert = "insert into data_key (tenant_id, id, wrapped, created_at) values (:tenant, ?, ?, ?)"
                    + " on duplicate key update id = id";
            Sql.ofTenant(connection, tenant).batch(insert, missing);
            // Another node may have been first, and perhaps after this transaction began to look: only a reading that
            // locks sees what was committed since.
            known = wrappedKeys(connection, tenant, owners, " lock in share mode");
        }
        return opened(tenant, known);
    }

    /**
     * The tenant's own key, for what is about many; it is made where it is not there yet.
     *
     * @throws IllegalStateException when it was erased
     */
    public DataKey keyOf(Connection connection, TenantId tenant) throws SQLException {
        var key = keysFor(connection, tenant, Set.of(tenant.value())).get(tenant.value());
        if (key == null) {
            throw new IllegalStateException("The key of the tenant was erased");
        }
        return key;
    }

    /** As {@link #keysFor}, for who only looks: a key that was never made is left out as well. */
    public Map<UUID, DataKey> existingKeys(Connection connection, TenantId tenant, Collection<UUID> owners)
            throws SQLException {
        return opened(tenant, wrappedKeys(connection, tenant, owners, ""));
    }

    /** Those of these owners whose key was erased: what was sealed for them cannot be read by anybody. */
    public static Set<UUID> erased(Connection connection, TenantId tenant, Collection<UUID> owners)
            throws SQLException {
        return new HashSet<>(Sql.ofTenant(connection, tenant)
                .query(
                        "select id from data_key where tenant_id = :tenant and id in (?) and erased_at is not null",
                        row -> row.uuid("id"),
                        owners));
    }

    private Map<UUID, DataKey> opened(TenantId tenant, Map<UUID, byte[]> known) {
        var keys = new HashMap<UUID, DataKey>();
        known.forEach((owner, wrapped) -> {
            if (wrapped.length > 0) {
                keys.put(owner, new DataKey(master.open(wrapped, place(tenant, owner)), place(tenant, owner)));
            }
        });
        return keys;
    }

    /** Erases the key of one owner, and with it all that was sealed under it (GDPR 17). */
    public void erase(Connection connection, TenantId tenant, UUID owner) throws SQLException {
        Sql.ofTenant(connection, tenant)
                .update(
                        "update data_key set wrapped = null, erased_at = ? where tenant_id = :tenant and id = ?"
                                + " and erased_at is null",
                        clock.instant(),
                        owner);
    }

    private static Map<UUID, byte[]> wrappedKeys(
            Connection connection, TenantId tenant, Collection<UUID> owners, String lock) throws SQLException {
        var wrapped = new HashMap<UUID, byte[]>();
        Sql.ofTenant(connection, tenant).stream(
                "select id, wrapped from data_key where tenant_id = :tenant and id in (?)" + lock,
                row -> {
                    var bytes = row.bytes("wrapped");
                    wrapped.put(row.uuid("id"), bytes == null ? new byte[0] : bytes);
                },
                owners);
        return wrapped;
    }

    private static String place(TenantId tenant, UUID owner) {
        return WRAPPED + ":" + tenant + ":" + owner;
    }
}
