package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.kernel.Text;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Known;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** The desk for written statutory requests (condition K14). What came in once stays as it came in. */
@Dependent
public class StatutoryRequests {

    private static final String SELECT = "select id, client_id, categories, reference, received_at, " + Known.COLUMNS
            + " from statutory_request where tenant_id = :tenant and ";

    private final DataSource database;

    @Inject
    public StatutoryRequests(DataSource database) {
        this.database = database;
    }

    /**
     * A page of a list, by id.
     *
     * @param next the id after which the next page begins; null when this is the last one
     */
    public record Page(
            List<Known<RecordedRequest>> requests, @Nullable UUID next) {}

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
        var id = UUID.randomUUID();
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
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
            return found(sql, id);
        });
    }

    public Known<RecordedRequest> get(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> found(Sql.ofTenant(connection, tenant), id));
    }

    /** The requests of a tenant; about one client alone, if that is asked. */
    public Page list(TenantId tenant, @Nullable UUID client, @Nullable UUID after, int limit) {
        return Transactions.in(database, connection -> {
            var found = Sql.ofTenant(connection, tenant)
                    .query(
                            SELECT + "(? is null or client_id = ?) and (? is null or id > ?) order by id limit ?",
                            StatutoryRequests::known,
                            client,
                            client,
                            after,
                            after,
                            limit + 1);
            var page = found.subList(0, Math.min(found.size(), limit));
            return new Page(
                    page,
                    found.size() > limit ? page.get(page.size() - 1).fact().id() : null);
        });
    }

    private static void demandClient(Sql sql, UUID client) throws SQLException {
        if (sql.query("select 1 from client where tenant_id = :tenant and id = ?", row -> true, client)
                .isEmpty()) {
            throw Refusal.unknown("client", "There is no such client.").at("client");
        }
    }

    private static Known<RecordedRequest> found(Sql sql, UUID id) throws SQLException {
        return sql.query(SELECT + "id = ?", StatutoryRequests::known, id).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("statutory-request", "There is no such request."));
    }

    private static Known<RecordedRequest> known(Sql.Row row) throws SQLException {
        return Known.read(
                row,
                one -> new RecordedRequest(
                        one.uuid("id"),
                        new StatutoryRequest(
                                one.uuid("client_id"),
                                Set.copyOf(one.set("categories", DataCategory.class)),
                                one.text("reference"),
                                one.instant("received_at"))));
    }
}
