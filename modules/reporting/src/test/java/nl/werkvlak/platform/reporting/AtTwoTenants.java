package nl.werkvlak.platform.reporting;

import java.sql.SQLException;
import javax.sql.DataSource;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two tenants with the same ids and other values, on a database of their own, and one server that works for them. */
@NullUnmarked
abstract class AtTwoTenants {

    final MovableClock clock = new MovableClock(TwoTenants.CLOCK);
    DataSource database;
    TwoTenants tenants;
    Node node;

    @BeforeEach
    void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        node = new Node(database, clock);
    }

    @AfterEach
    void stop() {
        node.close();
    }
}
