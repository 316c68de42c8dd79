package nl.werkvlak.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** The one key that signs tokens, the same for all nodes: made at first use, and sealed under the master key. */
final class SigningKeys {

    private static final String ID = "es256-1";
    private static final String PLACE = "signing_key.sealed_jwk:" + ID;

    private final DataSource database;
    private final Vault vault;
    private final Clock clock;

    SigningKeys(DataSource database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Two nodes may both make one; the first that is written is everybody's. */
    ECKey current() {
        try (var connection = database.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            var known = read(sql);
            if (known.isPresent()) {
                return known.get();
            }
            sql.update(
                    "insert ignore into signing_key (id, sealed_jwk, created_at) values (?, ?, ?)",
                    ID,
                    vault.platformKey().seal(fresh().toJSONString().getBytes(StandardCharsets.UTF_8), PLACE),
                    clock.instant());
            return read(sql).orElseThrow(() -> new IllegalStateException("The signing key was not kept"));
        } catch (SQLException e) {
            throw new IllegalStateException("The signing key cannot be read", e);
        }
    }

    /** For update: a transaction that began before another node wrote the key would not see it otherwise. */
    private Optional<ECKey> read(Sql sql) throws SQLException {
        return sql
                .query(
                        "select sealed_jwk from signing_key where id = ? for update",
                        row -> parsed(vault.platformKey().openText(row.bytes("sealed_jwk"), PLACE)),
                        ID)
                .stream()
                .findFirst();
    }

    private static ECKey parsed(@Nullable String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key is not a key", e);
        }
    }

    static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(ID)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No P-256", e);
        }
    }
}
