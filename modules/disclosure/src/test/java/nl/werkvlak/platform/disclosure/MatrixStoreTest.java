package nl.werkvlak.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import nl.werkvlak.platform.disclosure.rule.Shipped;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class MatrixStoreTest {

    @Test
    void gives_the_rule_what_stands_in_the_files_that_the_platform_is_delivered_with() throws SQLException {
        try (var connection = TestDatabase.fresh().getConnection()) {
            var sql = Sql.ofPlatform(connection);

            assertThat(MatrixStore.load(sql)).isEqualTo(Shipped.RULE.matrix());
            assertThat(ProcessingRegister.load(sql)).isEqualTo(Shipped.RULE.register());
        }
    }
}
