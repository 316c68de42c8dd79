package nl.werkvlak.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * How a report shows whose it is (huisstijl), beside the tenant's name.
 *
 * @param brandColour as {@code #rrggbb}; Werkvlak's own without one
 * @param logo the name stands in its place without one
 */
public record Letterhead(
        @Nullable String brandColour, @Nullable Logo logo) {

    public static final Letterhead PLAIN = new Letterhead(null, null);

    /**
     * That of a tenant, as it is now.
     *
     * @throws IllegalStateException when there is no such tenant
     */
    public static Letterhead of(Connection connection, TenantId tenant) throws SQLException {
        return Sql.ofPlatform(connection)
                .query("select brand_colour, logo from tenant where id = ?", Letterhead::of, tenant)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A report of no tenant"));
    }

    /** From the columns {@code brand_colour} and {@code logo}. */
    public static Letterhead of(Sql.Row row) throws SQLException {
        return new Letterhead(row.textOrNull("brand_colour"), Logo.kept(row.bytes("logo")));
    }
}
