package nl.werkvlak.platform.onboarding;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front desk of onboarding: exports come in here, and here one asks how it went. */
@Dependent
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final DataSource database;
    private final Clock clock;
    private final Importer importer;
    private final @Nullable Executor background;

    @Resource
    private ManagedExecutorService container;

    @Inject
    Imports(DataSource database, Vault vault, Clock clock) {
        this(database, vault, clock, null);
    }

    /** Imports outside a container, on threads of the caller's choice. */
    public Imports(DataSource database, Vault vault, Clock clock, @Nullable Executor background) {
        this.database = database;
        this.clock = clock;
        this.importer = new Importer(database, vault, clock);
        this.background = background;
    }

    /**
     * Starts to import an export, and returns when its report can be asked for.
     *
     * @param export a folder with the files, or a zip of them; it is not changed, and has to stay until the import ended
     * @param partial take the good rows and list the rest, instead of refusing an export for one bad row
     * @param requestedBy who asked, as the report shows it
     * @throws Refusal when there is nothing there, or when another import is running, on whatever node
     */
    public UUID start(Path export, boolean partial, String requestedBy) {
        Export.demandAt(export);
        var id = UUID.randomUUID();
        var begun = new CompletableFuture<UUID>();
        // All of it on the other thread: the lock and the import must not join a transaction of the caller.
        (background == null ? container : background).execute(() -> work(begun, id, export, partial, requestedBy));
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The import could not be begun", e.getCause());
        }
    }

    private void work(CompletableFuture<UUID> begun, UUID id, Path export, boolean partial, String requestedBy) {
        try (var ledger = ImportLedger.open(database, clock).orElse(null)) {
            if (ledger == null) {
                begun.completeExceptionally(Refusal.conflict("import-running", "Another import is running."));
                return;
            }
            ledger.begin(id, partial, requestedBy);
            begun.complete(id);
            importer.run(ledger, id, export, partial);
        } catch (SQLException e) {
            LOG.error("Import {} lost its ledger: SQL state {}, error {}", id, e.getSQLState(), e.getErrorCode());
        } finally {
            // Whoever waits is answered, whatever went wrong; what was answered before stays.
            begun.completeExceptionally(new IllegalStateException("The import could not be begun"));
        }
    }

    /**
     * How an import went, or how far it is.
     *
     * @throws Refusal when there is no such import
     */
    public ImportReport get(UUID id) {
        return new ImportReports(database, clock)
                .find(id)
                .orElseThrow(() -> Refusal.unknown("import", "There is no such import."));
    }

    /** The latest imports, the newest first. */
    public List<ImportReport> recent(int most) {
        return new ImportReports(database, clock).recent(most);
    }
}
