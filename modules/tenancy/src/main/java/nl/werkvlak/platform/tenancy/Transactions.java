package nl.werkvlak.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction of the bulk road ({@link Sql}), from beginning to end. */
public final class Transactions {

    private static final int DUPLICATE = 1062;

    private Transactions() {}

    /** Work on a connection; what it throws rolls everything back. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The statement failed because there is a row with this key already. */
    public static boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE;
    }

    /** All of the work, or nothing of it. */
    public static <T> T in(DataSource database, Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var answer = work.with(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not do what was asked", e);
        }
    }
}
