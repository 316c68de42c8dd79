package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.kernel.Text;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.FactTable;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** The desk for written statutory requests (condition K14). What came in once stays as it came in. */
@Dependent
public class StatutoryRequests {

    private final FactTable<RecordedRequest> requests;

    @Inject
    public StatutoryRequests(DataSource database) {
        this.requests = new FactTable<>(
                database,
                "statutory_request",
                "id, client_id, categories, reference, received_at",
                StatutoryRequests::read,
                () -> Refusal.unknown("statutory-request", "There is no such request."));
    }

    /**
     * Records a request that came in.
     *
     * @throws Refusal when it names no category or no reference, has still to come in, is on record already, or is about
     *     nobody whom this tenant knows
     */
    public Known<RecordedRequest> receive(TenantId tenant, StatutoryRequest asked, Change change) {
        var reference = Text.demand("reference", asked.reference(), 100);
        change.demandPast("receivedAt", asked.receivedAt());
        if (asked.categories().isEmpty()) {
            throw Refusal.rule("nothing-chosen", "Name at least one category.").at("categories");
        }
        return requests.record(tenant, sql -> {
            var id = UUID.randomUUID();
            demandClient(sql, asked.client());
            try {
                sql.update(
                        "insert into statutory_request (tenant_id, id, client_id, categories, reference, received_at,"
                                + " changed_by, change_reason) values (:tenant, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        asked.client(),
                        Sql.set(asked.categories()),
                        reference,
                        asked.receivedAt(),
                        change.by(),
                        change.reason());
            } catch (SQLException e) {
                if (Transactions.isDuplicate(e)) {
                    throw Refusal.conflict("reference-taken", "A request with this reference is on record already.")
                            .at("reference");
                }
                throw e;
            }
            return id;
        });
    }

    public Known<RecordedRequest> get(TenantId tenant, UUID id) {
        return requests.get(tenant, id);
    }

    /** The requests of a tenant, by id; about one client alone, if that is asked. */
    public Page<Known<RecordedRequest>, UUID> list(
            TenantId tenant, @Nullable UUID client, @Nullable UUID after, int limit) {
        return requests.page(
                tenant,
                limit,
                RecordedRequest::id,
                "(? is null or client_id = ?) and (? is null or id > ?) order by id",
                client,
                client,
                after,
                after);
    }

    private static void demandClient(Sql sql, UUID client) throws SQLException {
        if (sql.query("select 1 from client where tenant_id = :tenant and id = ?", row -> true, client)
                .isEmpty()) {
            throw Refusal.unknown("client", "There is no such client.").at("client");
        }
    }

    private static RecordedRequest read(Sql.Row row) throws SQLException {
        return new RecordedRequest(
                row.uuid("id"),
                new StatutoryRequest(
                        row.uuid("client_id"),
                        Set.copyOf(row.set("categories", DataCategory.class)),
                        row.text("reference"),
                        row.instant("received_at")));
    }
}
