package nl.werkvlak.platform.reporting;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.disclosure.SumRelease;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.AccountabilityDocument;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.tenancy.Logo;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Adds up accountability reports that may be given out, and registers that they are. */
final class OverviewMaker {

    private static final int CODE_BYTES = 5;

    private final Connection connection;
    private final TenantId tenant;
    private final Vault vault;
    private final Sql sql;

    OverviewMaker(Connection connection, TenantId tenant, Vault vault) {
        this.connection = connection;
        this.tenant = tenant;
        this.vault = vault;
        this.sql = Sql.ofTenant(connection, tenant);
    }

    /** An accountability report that the tenant may have now. */
    record Given(
            UUID id,
            UUID commission,
            YearMonth month,
            int version,
            Instant decidedAt,
            String digest,
            Set<DataCategory> categories) {

        static Given of(Report report) {
            return new Given(
                    report.id(),
                    report.commission(),
                    report.period(),
                    report.version(),
                    report.decidedAt(),
                    report.digest(),
                    report.categories());
        }
    }

    /** Nothing without a report over the last month of the period, or such a commission. */
    Optional<Released<AccountabilityDocument>> make(
            ReportingPeriod period, @Nullable String commission, List<Given> reports, String recipient, Instant now)
            throws SQLException {
        var numbers = new IssuedNumbers(commissions(commission));
        var used = latest(reports, numbers);
        // Once more where it is given out, in the transaction that registers it.
        used.keySet().retainAll(new Standings(connection, tenant).current(used.keySet(), now));
        var tallies = new TallyStore(connection, tenant, vault.keyOf(connection, tenant)).of(used.keySet());
        // Reports of before numbers were kept have none; what is not there is not added up.
        used.values()
                .forEach(report ->
                        numbers.add(report.commission(), report.month(), tallies.getOrDefault(report.id(), List.of())));
        if (!numbers.isReported(period.last())) {
            return Optional.empty();
        }
        var categories = EnumSet.noneOf(DataCategory.class);
        used.values().stream()
                .filter(report -> period.months().contains(report.month()))
                .forEach(report -> categories.addAll(report.categories()));
        var head = head(period, commission, used.values());
        var released = new SumRelease(categories).project(new OverviewFigures(numbers, period).document(head));
        register(used, recipient, now);
        return Optional.of(released);
    }

    private List<IssuedNumbers.Commission> commissions(@Nullable String number) throws SQLException {
        return sql.query(
                "select id, number, product, first_day, last_day, hours_budget, hourly_rate from commission"
                        + " where tenant_id = :tenant and number = coalesce(?, number) order by number",
                row -> new IssuedNumbers.Commission(
                        row.uuid("id"),
                        row.text("number"),
                        row.text("product"),
                        row.day("first_day"),
                        row.dayOrNull("last_day"),
                        row.amountOrNull("hours_budget"),
                        row.amountOrNull("hourly_rate")),
                number);
    }

    /** Of each commission that is added up and each month the latest version. */
    private static Map<UUID, Given> latest(Collection<Given> reports, IssuedNumbers numbers) {
        var wanted =
                numbers.commissions().stream().map(IssuedNumbers.Commission::id).collect(Collectors.toSet());
        var latest = new HashMap<List<Object>, Given>();
        for (var report : reports) {
            if (wanted.contains(report.commission())) {
                latest.merge(
                        List.of(report.commission(), report.month()),
                        report,
                        (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        return latest.values().stream()
                .collect(Collectors.toMap(Given::id, report -> report, (one, other) -> one, HashMap::new));
    }

    private DocumentHead head(ReportingPeriod period, @Nullable String commission, Collection<Given> used)
            throws SQLException {
        var decidedAt = used.stream()
                .map(Given::decidedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var versions = Gate.open(connection).versions(decidedAt);
        return Sql.ofPlatform(connection)
                .query(
                        "select name, brand_colour, logo, code from tenant where id = ?",
                        row -> new DocumentHead(
                                row.text("name"),
                                row.textOrNull("brand_colour"),
                                Logo.kept(row.bytes("logo")),
                                "VA-" + (commission == null ? row.text("code") : commission) + "-" + period,
                                1,
                                period.last(),
                                decidedAt,
                                code(used),
                                versions.regulation(),
                                versions.matrix()),
                        tenant)
                .get(0);
    }

    /** Leads to the reports that were added up: made of what is in each of them. */
    private static String code(Collection<Given> used) {
        var digests = used.stream().map(Given::digest).sorted().collect(Collectors.joining("\n"));
        var code = HexFormat.of()
                .formatHex(Trace.sha256(digests.getBytes(StandardCharsets.UTF_8)), 0, CODE_BYTES)
                .toUpperCase(Locale.ROOT);
        return code.substring(0, CODE_BYTES) + "-" + code.substring(CODE_BYTES);
    }

    private void register(Map<UUID, Given> used, String recipient, Instant now) throws SQLException {
        var bases = new HashMap<UUID, Set<String>>();
        sql.stream(
                "select report_id, bases from disclosure where tenant_id = :tenant and report_id in (?) and event = 'ISSUED'",
                row -> bases.put(row.uuid("report_id"), Set.of(row.text("bases").split(" ", -1))),
                used.keySet());
        var entries = new ArrayList<DisclosureRegister.Entry>();
        used.forEach((id, report) -> entries.add(new DisclosureRegister.Entry(
                DisclosureRegister.Event.OPENED,
                id,
                null,
                recipient,
                report.categories(),
                Objects.requireNonNull(bases.get(id), "a report that was never registered"),
                now)));
        DisclosureRegister.append(connection, vault, tenant, entries);
    }
}
