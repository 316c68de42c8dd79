package nl.werkvlak.platform.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Transactions;

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

    static boolean isDuplicate(SQLException e) {
        return e instanceof SQLIntegrityConstraintViolationException || "23000".equals(e.getSQLState());
    }
}
