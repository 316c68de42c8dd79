package nl.werkvlak.platform.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * Names the platform's database, and brings its schema up to date before anything else uses it.
 *
 * <p>Address, user and password come from the environment, never from a file of the project. Several servers may start
 * at a time: one migrates, and the others wait until it is done or dead. When it fails, the application does not start.
 */
@DataSourceDefinition(
        name = SchemaMigration.DATABASE,
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${ENV=WERKVLAK_DB_URL}",
        user = "${ENV=WERKVLAK_DB_USER}",
        password = "${ENV=WERKVLAK_DB_PASSWORD}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 32,
        maxIdleTime = 300,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=30",
            "fish.payara.fail-all-connections=true"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    /** The name under which every room finds the database. */
    static final String DATABASE = "java:app/jdbc/werkvlak";

    /** One for each schema: a database server may hold several platforms. */
    private static final String LOCK = "concat(schema(), '.schema')";

    private static final int PATIENCE_IN_SECONDS = 600;

    @Resource(lookup = DATABASE)
    private DataSource database;

    /**
     * Runs in no transaction: a change of the schema is its own in MariaDB.
     *
     * <p>The right to migrate is a lock that lives as long as its connection. Liquibase's own is a row, which would stand
     * there for ever after a server was killed: whoever has the right knows that such a row is left over.
     */
    @PostConstruct
    void migrate() {
        try (var right = database.getConnection();
                var connection = database.getConnection()) {
            var sql = Sql.ofPlatform(right);
            var isOurs = sql.query(
                            "select coalesce(get_lock(" + LOCK + ", ?), 0) as taken",
                            row -> row.flag("taken"),
                            PATIENCE_IN_SECONDS)
                    .get(0);
            if (!isOurs) {
                throw new IllegalStateException("Another server has been migrating the schema for too long");
            }
            try {
                bringUpToDate(connection);
            } finally {
                sql.query("select release_lock(" + LOCK + ") as given", row -> row.flag("given"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database of the platform does not answer: see WERKVLAK_DB_URL, _USER and _PASSWORD", e);
        }
    }

    private static void bringUpToDate(Connection connection) {
        // Liquibase 4.30 and later report their use to their makers, and talk to the console, unless told not to.
        var quiet = Map.<String, Object>of(
                "liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService());
        try {
            Scope.child(quiet, () -> {
                var liquibase = new Liquibase(
                        "db/changelog.xml",
                        new ClassLoaderResourceAccessor(Thread.currentThread().getContextClassLoader()),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.forceReleaseLocks();
                liquibase.update("");
            });
        } catch (Exception e) {
            throw new IllegalStateException("The schema could not be brought up to date", e);
        }
    }
}
