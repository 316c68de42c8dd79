package nl.werkvlak.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One transaction of the bulk road ({@link Sql}), from beginning to end. */
public final class Transactions {

    private static final int DUPLICATE = 1062;
    private static final int DEADLOCK = 1213;

    /** Of those who wait for each other at least one goes on each time. */
    private static final int ATTEMPTS = 10;

    private Transactions() {}

    /** Work on a connection; what it throws rolls everything back. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The statement failed because there is a row with this key already. */
    public static boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE;
    }

    /** The database is behind it: what failed may pass when it is tried again. */
    public static boolean isOfDatabase(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    /** One statement that only reads: a transaction would add three. */
    public static <T> T reading(DataSource database, Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell what was asked", e);
        }
    }

    /** All of the work, or nothing of it. */
    public static <T> T in(DataSource database, Work<T> work) {
        return inOneOf(1, database, work);
    }

    /**
     * The same, and anew when the database took it back so that another could go on (a deadlock). For work that leaves
     * nothing but rows, and may find other rows the next time.
     */
    public static <T> T inAnew(DataSource database, Work<T> work) {
        return inOneOf(ATTEMPTS, database, work);
    }

    private static <T> T inOneOf(int attempts, DataSource database, Work<T> work) {
        for (var left = attempts - 1; ; left--) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    var answer = work.with(connection);
                    connection.commit();
                    connection.setAutoCommit(true);
                    return answer;
                } catch (SQLException | RuntimeException e) {
                    undo(connection, e);
                    throw e;
                }
            } catch (SQLException e) {
                if (left == 0 || e.getErrorCode() != DEADLOCK) {
                    throw new IllegalStateException("The database did not do what was asked", e);
                }
            }
        }
    }

    /** Work of which nothing stays: for who wants to know what would happen. */
    public static <T> T takenBack(DataSource database, Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return work.with(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not do what was asked", e);
        }
    }

    /**
     * Where a trigger refused, the driver gave the connection up already: the server rolls it back, and what the driver
     * says about that is not why the work failed.
     */
    private static void undo(Connection connection, Exception why) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
