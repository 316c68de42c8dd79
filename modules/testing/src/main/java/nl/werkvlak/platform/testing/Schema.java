package nl.werkvlak.platform.testing;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The history of the schema, forwards and backwards. */
final class Schema {

    private static final String CHANGELOG = "db/changelog.xml";

    private Schema() {}

    /** Applies every change that the database does not have yet. */
    static void migrate(DataSource database) {
        within(database, liquibase -> liquibase.update(""));
    }

    /** Takes back the last {@code changes} changes. */
    static void rollback(DataSource database, int changes) {
        within(database, liquibase -> liquibase.rollback(changes, ""));
    }

    private interface Step {
        void take(Liquibase liquibase) throws LiquibaseException;
    }

    private static void within(DataSource database, Step step) {
        // Liquibase 4.30 and later report their use to their makers, and talk to the console, unless told not to.
        var quiet = Map.<String, Object>of(
                "liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService());
        try (var connection = database.getConnection()) {
            Scope.child(quiet, () -> {
                var liquibase = new Liquibase(
                        CHANGELOG,
                        new ClassLoaderResourceAccessor(Schema.class.getClassLoader()),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                step.take(liquibase);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be reached", e);
        } catch (Exception e) {
            throw new IllegalStateException("The schema could not be migrated", e);
        }
    }
}
