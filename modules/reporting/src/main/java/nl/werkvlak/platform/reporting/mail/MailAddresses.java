package nl.werkvlak.platform.reporting.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** The desk for where a tenant wants to be told by mail; without an address there is no mail. Each change stays. */
@Dependent
public class MailAddresses {

    private static final int LONGEST = 254;

    /** Of letters that need no quotes in a header, and of which none ends a line. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private final DataSource database;
    private final Clock clock;

    @Inject
    public MailAddresses(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In which the mail is written. */
    public enum Language {
        NL,
        EN
    }

    /**
     * What was decided.
     *
     * @param address null: no mail from then on
     * @param at from when (UTC)
     */
    public record Decided(@Nullable String address, Language language, String by, Instant at) {}

    /** The latest first. */
    public List<Decided> history(TenantId tenant) {
        return Transactions.in(
                database,
                connection -> Sql.ofTenant(connection, tenant)
                        .query(
                                "select address, language, decided_by, decided_at from mail_address"
                                        + " where tenant_id = :tenant order by decided_at desc",
                                row -> new Decided(
                                        row.textOrNull("address"),
                                        row.text("language").equals("en") ? Language.EN : Language.NL,
                                        row.text("decided_by"),
                                        row.instant("decided_at"))));
    }

    /**
     * From now on this address; null ends it.
     *
     * @throws Refusal when no mail could arrive there
     */
    public Decided decide(TenantId tenant, @Nullable String address, Language language, String by) {
        if (address != null
                && (address.length() > LONGEST || !ADDRESS.matcher(address).matches())) {
            throw Refusal.rule("not-an-address", "No mail can be sent to this address.")
                    .at("address");
        }
        var decided = new Decided(address, language, by, clock.instant());
        return Transactions.in(database, connection -> {
            Sql.ofTenant(connection, tenant)
                    .update(
                            "insert into mail_address (tenant_id, id, address, language, decided_at, decided_by)"
                                    + " values (:tenant, ?, ?, ?, ?, ?)",
                            UUID.randomUUID(),
                            address,
                            language == Language.EN ? "en" : "nl",
                            decided.at(),
                            by);
            return decided;
        });
    }
}
