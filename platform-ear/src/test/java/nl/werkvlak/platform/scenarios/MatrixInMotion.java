package nl.werkvlak.platform.scenarios;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Somebody changes what all decisions share, and takes the time: until that is over no run issues anything, and a run that was
 * started goes on.
 */
final class MatrixInMotion implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Connection connection;

    MatrixInMotion() throws SQLException {
        connection = ServerUnderTest.connection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.executeQuery("select version from reference_version where id = 1 for update");
        }
    }

    /** A batch is made but for what is in motion. */
    void awaitBatch() {
        await("select version from reference_version where id = 1 lock in share mode");
    }

    /** Somebody wants to pause or cancel, and waits for the batches in hand. */
    void awaitAct() {
        await("select state from reporting_run where id");
    }

    private void await(String statement) {
        until(() -> {
            try (var query = connection.prepareStatement("select 1 from information_schema.processlist"
                    + " where db = schema() and id <> connection_id() and info like ?")) {
                query.setString(1, statement + "%");
                try (var row = query.executeQuery()) {
                    return row.next();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static void until(BooleanSupplier condition) {
        var limit = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("It did not come to pass");
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
