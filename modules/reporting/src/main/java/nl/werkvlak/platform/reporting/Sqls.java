package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** One transaction of the bulk road, from beginning to end. */
final class Sqls {

    private Sqls() {}

    /** Work on a connection; what it throws rolls everything back. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    static <T> T inTransaction(DataSource database, Work<T> work) {
        return Transactions.in(database, work::with);
    }

    /** One statement that only reads: a transaction would add three. */
    static <T> T reading(DataSource database, Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell what was asked", e);
        }
    }

    /** The database is behind it: what failed may pass when it is tried again. */
    static boolean isOfDatabase(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
