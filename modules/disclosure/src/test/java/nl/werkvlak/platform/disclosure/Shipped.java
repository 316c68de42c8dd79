package nl.werkvlak.platform.disclosure;

import java.sql.SQLException;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;

/** The matrix and the processing register as the platform is delivered with them. */
final class Shipped {

    static final Rule RULE = load();

    private Shipped() {}

    private static Rule load() {
        try (var connection = TestDatabase.shared().getConnection()) {
            var sql = Sql.ofPlatform(connection);
            return new Rule(Matrix.load(sql), ProcessingRegister.load(sql));
        } catch (SQLException e) {
            throw new IllegalStateException("The matrix could not be read", e);
        }
    }
}
