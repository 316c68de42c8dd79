package nl.werkvlak.platform.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.TenantId;

/** Which tenants (opdrachtgevers) there are, by the name that people know. Who may ask that, the edge decides. */
@Dependent
public class Tenants {

    private static final String COLUMNS = "select id, code, name from tenant";

    private final DataSource database;

    @Inject
    public Tenants(DataSource database) {
        this.database = database;
    }

    /** A tenant as it is called. */
    public record Tenant(TenantId id, String code, String name) {}

    /** All of them, by name. */
    public List<Tenant> all() {
        return query(COLUMNS + " order by name, code");
    }

    public Optional<Tenant> find(TenantId id) {
        return query(COLUMNS + " where id = ?", id).stream().findFirst();
    }

    /** By the code that people know. */
    public Optional<Tenant> called(String code) {
        return query(COLUMNS + " where code = ?", code).stream().findFirst();
    }

    private List<Tenant> query(String sql, Object... arguments) {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection)
                    .query(
                            sql,
                            row -> new Tenant(new TenantId(row.uuid("id")), row.text("code"), row.text("name")),
                            arguments);
        } catch (SQLException e) {
            throw new IllegalStateException("The tenants could not be read", e);
        }
    }
}
