package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.AccountabilityDocument;
import nl.werkvlak.platform.rendering.Figure;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Twelve people of each tenant from January on, with hours every month. Who joins after that differs: of B one in August. */
@NullUnmarked
class OverviewTest {

    private static final Renderer RENDERER = new Renderer();
    private static final List<YearMonth> SUMMER =
            List.of(YearMonth.of(2026, 7), YearMonth.of(2026, 8), YearMonth.of(2026, 9));
    private static final ReportingPeriod THIRD_QUARTER =
            ReportingPeriod.parse("2026-Q3").orElseThrow();

    private DataSource database;
    private TwoTenants tenants;

    @BeforeEach
    void a_summer() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        tenants.join(TwoTenants.A, 4, 12, "2026-01-12");
        tenants.join(TwoTenants.A, 13, 18, "2026-07-10");
        tenants.join(TwoTenants.A, 19, 25, "2026-08-10");
        tenants.join(TwoTenants.A, 26, 30, "2026-09-10");
        tenants.join(TwoTenants.B, 4, 12, "2026-01-12");
        tenants.join(TwoTenants.B, 13, 17, "2026-07-10");
        tenants.join(TwoTenants.B, 18, 18, "2026-08-10");
        tenants.join(TwoTenants.B, 19, 24, "2026-09-10");
        for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
            for (var day : List.of("2026-07-15", "2026-08-15", "2026-09-15")) {
                for (var number = 1; number <= 12; number++) {
                    tenants.tell(
                            tenant,
                            "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                                    + " values (:tenant, uuid(), ?, ?, ?, 'BEGELEIDING')",
                            TwoTenants.trajectory(number),
                            day,
                            tenant.equals(TwoTenants.A) ? 1.5 : 2);
                }
            }
            // Only numbers are of interest here.
            tenants.tell(tenant, "update trajectory set imported_through = null where tenant_id = :tenant");
        }
    }

    private void run(YearMonth month) {
        var worker = new RunWorker(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
        var corrector = new Corrector(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
        var run = new Runs(database, new RunScheduler(database, worker, corrector, null), TwoTenants.CLOCK)
                .start(month, "test");
        Transactions.in(database, connection -> new RunStore(connection).work(run))
                .forEach(worker::make);
    }

    private Optional<Released<AccountabilityDocument>> overview(
            TenantId tenant, ReportingPeriod period, String commission) {
        return Transactions.in(
                database,
                connection -> new OverviewMaker(connection, tenant, TwoTenants.VAULT)
                        .make(period, commission, given(tenant), "portal", TwoTenants.CLOCK.instant()));
    }

    private AccountabilityDocument quarter(TenantId tenant) {
        return overview(tenant, THIRD_QUARTER, null).orElseThrow().document();
    }

    private List<OverviewMaker.Given> given(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select id, commission_id, period, version, decided_at, sha256, decisions from report"
                                    + " where tenant_id = :tenant and kind = 'ACCOUNTABILITY'",
                            row -> new OverviewMaker.Given(
                                    row.uuid("id"),
                                    row.uuid("commission_id"),
                                    YearMonth.parse(row.text("period")),
                                    row.number("version"),
                                    row.instant("decided_at"),
                                    HexFormat.of().formatHex(row.bytes("sha256")),
                                    categories(row.text("decisions"))));
        }
    }

    private static Set<DataCategory> categories(String decisions) {
        var categories = EnumSet.noneOf(DataCategory.class);
        Trace.permittedIn(decisions).forEach(name -> categories.add(DataCategory.valueOf(name)));
        return categories;
    }

    private static BigDecimal value(Figure figure) {
        return figure.value();
    }

    @Nested
    class Over_a_quarter {

        @BeforeEach
        void three_months_of_reports() {
            SUMMER.forEach(OverviewTest.this::run);
        }

        @Test
        void adds_up_what_its_months_show() {
            assertThat(value(quarter(TwoTenants.A).spending().hoursInPeriod())).isEqualByComparingTo("54");
            assertThat(value(quarter(TwoTenants.B).spending().hoursInPeriod())).isEqualByComparingTo("72");
        }

        @Test
        void leaves_the_sum_out_where_one_month_gives_way() {
            assertThat(quarter(TwoTenants.B).flow().started()).hasToString("•");
        }

        @Test
        void says_how_things_stand_at_its_end() {
            assertThat(value(quarter(TwoTenants.A).flow().running())).isEqualByComparingTo("30");
        }

        @Test
        void shows_each_month_in_its_trend() {
            assertThat(quarter(TwoTenants.A).trend())
                    .extracting(AccountabilityDocument.TrendPoint::month)
                    .containsExactlyElementsOf(SUMMER);
        }

        // Whatever stands in it can be reckoned from what the reports of the months show, so it tells nothing new.
        @Test
        void tells_no_number_that_its_reader_could_not_add_up() throws SQLException {
            for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
                var shown = shown(tenant);
                var flow = quarter(tenant).flow();
                assertSum(flow.started(), shown, "started");
                assertSum(flow.ended(), shown, "ended");
                assertSum(quarter(tenant).contacts(), shown, "contacts");
            }
        }

        private void assertSum(Figure figure, List<String> shown, String name) {
            var parts = SUMMER.stream()
                    .flatMap(month -> shown.stream().filter(each -> each.startsWith(name + " " + month + "=")))
                    .map(each -> Long.valueOf(each.substring(each.indexOf('=') + 1)))
                    .toList();
            if (parts.size() == SUMMER.size()) {
                assertThat(value(figure))
                        .isEqualByComparingTo(BigDecimal.valueOf(
                                parts.stream().mapToLong(part -> part).sum()));
            } else {
                assertThat(figure).hasToString("•");
            }
        }

        private List<String> shown(TenantId tenant) throws SQLException {
            try (var connection = database.getConnection()) {
                var key = TwoTenants.VAULT
                        .keysFor(connection, tenant, Set.of(tenant.value()))
                        .get(tenant.value());
                return new TallyStore(connection, tenant, key)
                        .of(given(tenant).stream().map(OverviewMaker.Given::id).toList()).values().stream()
                                .flatMap(List::stream)
                                .filter(kept -> kept.shown())
                                .map(kept ->
                                        kept.tally().name() + "=" + kept.tally().value())
                                .distinct()
                                .toList();
            }
        }

        @Test
        void opens_each_report_that_it_adds_up() throws SQLException {
            quarter(TwoTenants.A);

            assertThat(opened(TwoTenants.A)).hasSize(SUMMER.size());
            assertThat(opened(TwoTenants.B)).isEmpty();
        }

        private List<UUID> opened(TenantId tenant) throws SQLException {
            try (var connection = database.getConnection()) {
                return Sql.ofTenant(connection, tenant)
                        .query(
                                "select report_id from disclosure where tenant_id = :tenant and event = 'OPENED'"
                                        + " and recipient = 'portal'",
                                row -> row.uuid("report_id"));
            }
        }
    }

    @Nested
    class Over_all_commissions {

        private final UUID other = UUID.nameUUIDFromBytes(new byte[] {9});

        // A third of the people of A work for a second commission, in which nobody joins.
        @BeforeEach
        void a_second_commission() throws SQLException {
            for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
                tenants.tell(
                        tenant,
                        "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, last_day,"
                                + " data_scope, sickness_related, special_ground, secrecy_signed_on, hours_budget, hourly_rate)"
                                + " select tenant_id, ?, 'C-2', recipient_kind, product, first_day, last_day, data_scope,"
                                + " sickness_related, special_ground, secrecy_signed_on, hours_budget, 100 from commission"
                                + " where tenant_id = :tenant",
                        other);
                tenants.tell(
                        tenant,
                        "insert into legal_basis (tenant_id, id, number, commission_id, letter, purposes, categories,"
                                + " first_day, evidence, balancing_outcome, balanced_on, changed_by, change_reason)"
                                + " select tenant_id, uuid(), 'B-2', ?, letter, purposes, categories, first_day, evidence,"
                                + " balancing_outcome, balanced_on, changed_by, change_reason from legal_basis"
                                + " where tenant_id = :tenant",
                        other);
                for (var number = 4; number <= (tenant.equals(TwoTenants.A) ? 9 : 10); number++) {
                    tenants.tell(
                            tenant,
                            "update trajectory set commission_id = ? where tenant_id = :tenant and id = ?",
                            other,
                            TwoTenants.trajectory(number));
                }
            }
            run(SUMMER.get(2));
        }

        @Test
        void adds_them_up() {
            var document = overview(TwoTenants.A, ReportingPeriod.of(SUMMER.get(2)), null)
                    .orElseThrow()
                    .document();

            assertThat(document.commissions())
                    .extracting(AccountabilityDocument.Commission::number)
                    .containsExactly("C-1", "C-2");
            assertThat(value(document.flow().running())).isEqualByComparingTo("30");
            assertThat(value(overview(TwoTenants.B, ReportingPeriod.of(SUMMER.get(2)), null)
                            .orElseThrow()
                            .document()
                            .flow()
                            .running()))
                    .isEqualByComparingTo("24");
        }

        @Test
        void gives_one_of_them_when_that_is_asked() {
            var document = overview(TwoTenants.A, ReportingPeriod.of(SUMMER.get(2)), "C-2")
                    .orElseThrow()
                    .document();

            assertThat(value(document.flow().running())).isEqualByComparingTo("6");
            assertThat(document.head().reportNumber()).isEqualTo("VA-C-2-2026-09");
        }

        @Test
        void gives_nothing_of_one_that_is_not_there_or_of_a_period_without_reports() {
            assertThat(overview(TwoTenants.A, ReportingPeriod.of(SUMMER.get(2)), "C-3"))
                    .isEmpty();
            assertThat(overview(TwoTenants.A, ReportingPeriod.of(YearMonth.of(2026, 10)), null))
                    .isEmpty();
        }
    }

    @Test
    void gives_nothing_before_the_last_month_is_reported() {
        run(SUMMER.get(0));

        assertThat(overview(TwoTenants.A, THIRD_QUARTER, null)).isEmpty();
    }
}
