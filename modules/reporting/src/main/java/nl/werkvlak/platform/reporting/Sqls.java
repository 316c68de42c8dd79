package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import javax.sql.DataSource;

/** One transaction of the bulk road, from beginning to end. */
final class Sqls {

    private Sqls() {}

    /** Work on a connection; what it throws rolls everything back. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    static <T> T inTransaction(DataSource database, Work<T> work) {
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

    static boolean isDuplicate(SQLException e) {
        return e instanceof SQLIntegrityConstraintViolationException || "23000".equals(e.getSQLState());
    }
}
