package nl.werkvlak.platform.tenancy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The desk for how reports show whose they are. Reports that are made from then on look so; what was printed stays as it is.
 * Who changed what and when is kept, in the transaction of the change.
 */
@Dependent
public class Letterheads {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** Of the changes that are told. */
    private static final int LATEST = 100;

    private final DataSource database;
    private final Clock clock;

    @Inject
    public Letterheads(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Letterhead get(TenantId tenant) {
        return Transactions.in(database, connection -> Letterhead.of(connection, tenant));
    }

    /** The latest changes, the last one first. */
    public List<LetterheadChange> changes(TenantId tenant) {
        return Transactions.in(
                database,
                connection -> Sql.ofTenant(connection, tenant)
                        .query(
                                "select what, brand_colour, hex(logo_sha256) logo, changed_at, changed_by"
                                        + " from letterhead_change where tenant_id = :tenant"
                                        + " order by changed_at desc, id limit ?",
                                row -> {
                                    var logo = row.textOrNull("logo");
                                    return new LetterheadChange(
                                            LetterheadChange.What.valueOf(row.text("what")),
                                            row.textOrNull("brand_colour"),
                                            logo == null ? null : logo.toLowerCase(Locale.ROOT),
                                            row.instant("changed_at"),
                                            row.text("changed_by"));
                                },
                                LATEST));
    }

    /**
     * Chooses a colour. Where it cannot be read on white, reports darken it.
     *
     * @param colour as {@code #rrggbb}; none, and it is Werkvlak's own
     * @param by the id of the account or client that says so
     */
    public void colour(TenantId tenant, @Nullable String colour, String by) {
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            throw Refusal.rule("not-a-colour", "Write a colour as #rrggbb.").at("brandColour");
        }
        change(
                tenant,
                "update tenant set brand_colour = ? where id = :tenant",
                "insert into letterhead_change (tenant_id, id, what, brand_colour, changed_at, changed_by)"
                        + " values (:tenant, ?, 'COLOUR', ?, ?, ?)",
                colour,
                by);
    }

    /**
     * Puts a logo in the head of reports.
     *
     * @param logo none, and the name stands in its place
     * @param by the id of the account or client that says so
     */
    public void logo(TenantId tenant, @Nullable Logo logo, String by) {
        change(
                tenant,
                "update tenant set logo = ? where id = :tenant",
                "insert into letterhead_change (tenant_id, id, what, logo_sha256, changed_at, changed_by)"
                        + " values (:tenant, ?, 'LOGO', unhex(sha2(?, 256)), ?, ?)",
                logo == null ? null : logo.jpeg(),
                by);
    }

    private void change(TenantId tenant, String update, String record, @Nullable Object value, String by) {
        Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            sql.update(update, value);
            return sql.update(record, UUID.randomUUID(), value, clock.instant(), by);
        });
    }
}
