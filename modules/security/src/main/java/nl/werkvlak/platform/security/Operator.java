package nl.werkvlak.platform.security;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first way in: client {@code operator}, an administrator, whose secret comes from the environment of the process.
 *
 * <p>Without {@code WERKVLAK_OPERATOR_SECRET} there is no such way in: the client is disabled. Somebody who can set the
 * environment of the server can do everything anyhow.
 */
final class Operator {

    static final String ID = "operator";
    static final String VARIABLE = "WERKVLAK_OPERATOR_SECRET";
    private static final int SHORTEST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(Operator.class);

    private final DataSource database;
    private final Clock clock;

    Operator(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void prepare(@Nullable String secret) {
        try (var connection = database.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            if (secret == null || secret.length() < SHORTEST) {
                if (secret != null) {
                    LOG.warn("{} has fewer than {} characters: the operator stays out", VARIABLE, SHORTEST);
                }
                sql.update(
                        "update api_client set disabled_at = ? where id = ? and disabled_at is null",
                        clock.instant(),
                        ID);
                return;
            }
            var hash = Hashing.hash(secret);
            sql.update(
                    "insert into api_client (id, role, secret_hash, created_at) values (?, 'ADMINISTRATOR', ?, ?)"
                            + " on duplicate key update secret_hash = ?, disabled_at = null",
                    ID,
                    hash,
                    clock.instant(),
                    hash);
        } catch (SQLException e) {
            throw new IllegalStateException("The operator cannot be prepared", e);
        }
    }
}
