package nl.werkvlak.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself keeps of the matrix, against whoever has it in hands. */
class MatrixTableTest {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final AtomicInteger EMPTY = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update matrix_cell set decision = 'ALLOW' where version = '2026-1' and category = 'EDU'",
                "delete from matrix_cell where version = '2026-1'",
                "delete from matrix_version where version = '2026-1'",
                "update matrix_version set first_day = '2020-01-01' where version = '2026-1'",
                "update matrix_version set decided_by = 'somebody else' where version = '2026-1'",
                "insert into matrix_cell values ('2026-1', 'EDU', 'E1', 'PROGRESS', 'DENY', 'N1')",
            })
    void keeps_a_version_as_it_was_decided(String forbidden) {
        assertStopped(forbidden);
    }

    @Test
    void lets_nobody_approve_their_own_proposal() throws SQLException {
        execute("insert into matrix_version (version, first_day, proposed_by, proposal_reason)"
                + " values ('2031-1', '2031-01-01', 'anna', 'x')");
        assertStopped("update matrix_version set state = 'APPROVED', decided_by = 'anna', decided_at = now(),"
                + " decision_reason = 'x' where version = '2031-1'");
        assertStopped("update matrix_version set proposed_by = 'cor' where version = '2031-1'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'HEALTH', 'U', 'PROGRESS', 'ALLOW', 'K1'",
                "'SPECIAL', 'U', 'PROGRESS', 'COND', 'K7'",
                "'CRIMINAL', 'U', 'ACCOUNTABILITY', 'AGG', 'K9'",
                "'NOTE', 'E1', 'PROGRESS', 'ALLOW', null",
                "'BSN', 'E1', 'PROGRESS', 'COND', 'K5'",
                "'BSN', 'U', 'PROGRESS', 'ALLOW', 'K1'",
                "'BSN', 'U', 'PROGRESS', 'ALLOW', null",
                "'CAPACITY', 'U', 'PROGRESS', 'ALLOW', 'K3'",
                "'EDU', 'U', 'PROGRESS', 'DENY', null",
                "'EDU', 'U', 'PROGRESS', 'DENY', 'N1 K1'",
                "'EDU', 'U', 'PROGRESS', 'ALLOW', 'N1'",
                "'EDU', 'U', 'PROGRESS', 'COND', null",
                "'EDU', 'U', 'PROGRESS', 'AGG', 'K9'",
                "'EDU', 'U', 'ACCOUNTABILITY', 'AGG', 'K19'",
                "'EDU', 'U', 'PROGRESS', 'ALLOW', 'K21'",
                "'SHOE', 'U', 'PROGRESS', 'ALLOW', 'K1'",
            })
    void knows_what_no_version_may_say(String cell) throws SQLException {
        var empty = "2032-" + EMPTY.incrementAndGet();
        execute("insert into matrix_version (version, first_day, proposed_by, proposal_reason)" + " values ('" + empty
                + "', '2099-01-01', 'anna', 'x')");
        assertStopped("insert into matrix_cell values ('" + empty + "', " + cell + ")");
    }

    private void assertStopped(String forbidden) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(forbidden));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            Sql.ofPlatform(connection).update(statement);
        }
    }
}
