package nl.werkvlak.platform.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/** The desk for how reports show whose they are. Reports that are made from then on look so; what was printed stays as it is. */
@Dependent
public class Letterheads {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final DataSource database;

    @Inject
    public Letterheads(DataSource database) {
        this.database = database;
    }

    public Letterhead get(TenantId tenant) {
        return Transactions.in(database, connection -> Letterhead.of(connection, tenant));
    }

    /**
     * Chooses a colour. Where it cannot be read on white, reports darken it.
     *
     * @param colour as {@code #rrggbb}
     */
    public void colour(TenantId tenant, String colour) {
        if (!COLOUR.matcher(colour).matches()) {
            throw Refusal.rule("not-a-colour", "Write a colour as #rrggbb.").at("brandColour");
        }
        change("update tenant set brand_colour = ? where id = ?", colour, tenant);
    }

    /**
     * Puts a logo in the head of reports.
     *
     * @param logo none, and the name stands in its place
     */
    public void logo(TenantId tenant, @Nullable Logo logo) {
        change("update tenant set logo = ? where id = ?", logo == null ? null : logo.jpeg(), tenant);
    }

    private void change(String update, @Nullable Object value, TenantId tenant) {
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection).update(update, value, tenant);
        } catch (SQLException e) {
            throw new IllegalStateException("The letterhead could not be kept", e);
        }
    }
}
