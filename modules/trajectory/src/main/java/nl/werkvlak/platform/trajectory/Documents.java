package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.trajectory.FileDocument.ScanOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The desk for the documents in the file of a trajectory (condition K11): each is added, scanned, and released by its coach,
 * by itself and once. What a document says is not kept here; one that was mended after its scan is another document.
 */
@Dependent
public class Documents {

    private static final String COLUMNS = "id, trajectory_id, type, released_at, released_by, scanned_at, scan_outcome";

    private final FactTable<RecordedDocument> documents;
    private final TextGuard guard;

    @Inject
    public Documents(DataSource database) {
        this.documents = new FactTable<>(database, "document", COLUMNS, Documents::read, Documents::unknown);
        this.guard = TextGuard.shipped();
    }

    /** Records that there is a document of this type in the file. */
    public Known<RecordedDocument> add(TenantId tenant, UUID trajectory, DocumentType type, Change change) {
        return documents.record(tenant, sql -> {
            var id = UUID.randomUUID();
            demandTrajectory(sql, trajectory);
            sql.update(
                    "insert into document (tenant_id, id, trajectory_id, type, changed_by, change_reason)"
                            + " values (:tenant, ?, ?, ?, ?, ?)",
                    id,
                    trajectory,
                    type,
                    change.by(),
                    change.reason());
            return id;
        });
    }

    /**
     * Searches a document for a BSN, for words about health, and for whatever else may not leave in a free text.
     *
     * @param text all that the document says
     * @throws Refusal when there is no text, or the document was scanned already
     */
    public Known<RecordedDocument> scan(TenantId tenant, UUID id, String text, Change change) {
        if (text.isBlank()) {
            throw Refusal.fields(Map.of("text", "missing"));
        }
        var outcome = guard.isMarked(text) ? ScanOutcome.MARKED : ScanOutcome.CLEAN;
        return documents.act(tenant, id, (sql, recorded) -> {
            if (recorded.document().outcome() != null) {
                throw Refusal.conflict(
                        "already-scanned", "This document was scanned already; add a mended one as another document.");
            }
            documents.change(sql, id, change, "scanned_at = ?, scan_outcome = ?", change.at(), outcome);
        });
    }

    /**
     * Records that the coach of the trajectory released this one document.
     *
     * @param at when the coach did; absent means now
     * @throws Refusal when documents of this type never leave, when no scan found it clean before it was released, or when
     *     it was released already
     */
    public Known<RecordedDocument> release(TenantId tenant, UUID id, @Nullable Instant at, Change change) {
        var releasedAt = at == null ? change.at() : at;
        change.demandPast("releasedAt", releasedAt);
        return documents.act(tenant, id, (sql, recorded) -> {
            demandReleasable(recorded.document(), releasedAt);
            documents.change(
                    sql,
                    id,
                    change,
                    "released_at = ?, released_by = (select coach_id from trajectory"
                            + " where tenant_id = :tenant and id = document.trajectory_id)",
                    releasedAt);
        });
    }

    private static void demandReleasable(FileDocument document, Instant releasedAt) {
        if (!document.type().mayBeReleased()) {
            throw Refusal.rule("type-never-leaves", "A document of this type stays in the file, whoever releases it.");
        }
        if (document.releasedAt() != null) {
            throw Refusal.conflict("already-released", "This document was released already.");
        }
        var scannedAt = document.scannedAt();
        if (scannedAt == null) {
            throw Refusal.conflict("not-scanned", "Scan this document first; only then it is released.");
        }
        if (document.outcome() != ScanOutcome.CLEAN) {
            throw Refusal.conflict(
                    "scan-marked", "The scan found what may not leave; add a mended document, and scan that one.");
        }
        if (releasedAt.isBefore(scannedAt)) {
            throw Refusal.rule("released-before-scan", "A document is not released before it was scanned.")
                    .at("releasedAt");
        }
    }

    public Known<RecordedDocument> get(TenantId tenant, UUID id) {
        return documents.get(tenant, id);
    }

    /** Every state that a document had, the oldest first. */
    public List<Known<RecordedDocument>> history(TenantId tenant, UUID id) {
        return documents.history(tenant, id);
    }

    /** The documents of a tenant, by id; in the file of one trajectory alone, if that is asked. */
    public Page<Known<RecordedDocument>, UUID> list(
            TenantId tenant, @Nullable UUID trajectory, @Nullable UUID after, int limit) {
        return documents.page(
                tenant,
                limit,
                recorded -> recorded.document().id(),
                "(? is null or trajectory_id = ?) and (? is null or id > ?) order by id",
                trajectory,
                trajectory,
                after,
                after);
    }

    private static void demandTrajectory(Sql sql, UUID trajectory) throws SQLException {
        if (Commissions.clientOf(sql, trajectory).isEmpty()) {
            throw Refusal.unknown("trajectory", "There is no such trajectory.").at("trajectory");
        }
    }

    private static RecordedDocument read(Sql.Row row) throws SQLException {
        return new RecordedDocument(
                row.uuid("trajectory_id"), Commissions.document(row), row.uuidOrNull("released_by"));
    }

    private static Refusal unknown() {
        return Refusal.unknown("document", "There is no such document.");
    }
}
