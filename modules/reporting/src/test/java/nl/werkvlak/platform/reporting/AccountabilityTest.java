package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.vault.DataKey;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@org.jspecify.annotations.NullUnmarked
class AccountabilityTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final List<YearMonth> MONTHS = List.of(AUGUST, SEPTEMBER, OCTOBER);
    private static final Renderer RENDERER = new Renderer();
    private static final Pattern RUNNING = Pattern.compile("Lopende trajecten (\\d+|<\\d+|•)");

    private DataSource database;
    private TwoTenants tenants;
    private RunWorker worker;

    @BeforeEach
    void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        worker = new RunWorker(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
    }

    @Nested
    class Over_three_months {

        /** Eight people of A, then a ninth and a tenth, then thirteen; twelve of B all the time, of the same numbers. */
        @BeforeEach
        void people_come() throws SQLException {
            tenants.join(TwoTenants.A, 4, 8, "2026-01-12");
            tenants.join(TwoTenants.A, 9, 9, "2026-09-10");
            tenants.join(TwoTenants.A, 10, 13, "2026-10-10");
            tenants.join(TwoTenants.B, 4, 12, "2026-01-12");
        }

        @Test
        void who_joins_shows_in_no_difference() throws Exception {
            MONTHS.forEach(AccountabilityTest.this::run);
            assertThat(MONTHS).map(month -> running(TwoTenants.A, month)).containsExactly("8", "•", "13");
            var published = new ArrayList<Integer>();
            for (var month : MONTHS) {
                Pattern.compile("(?:mei|jun|jul|aug|sep|okt) (\\d+)")
                        .matcher(text(TwoTenants.A, month))
                        .results()
                        .forEach(found -> published.add(Integer.parseInt(found.group(1))));
            }
            assertThat(published).containsOnly(8, 13);
        }

        @Test
        void the_other_tenant_keeps_its_numbers() {
            MONTHS.forEach(AccountabilityTest.this::run);
            assertThat(MONTHS).map(month -> running(TwoTenants.B, month)).containsExactly("12", "12", "12");
        }

        @Test
        void who_may_not_be_counted_any_more_shows_in_no_difference() throws SQLException {
            run(AUGUST);
            tenants.tell(
                    TwoTenants.B,
                    "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by,"
                            + " change_reason) values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test',"
                            + " 'a test')",
                    TwoTenants.client(2));
            run(SEPTEMBER);
            assertThat(running(TwoTenants.B, AUGUST)).isEqualTo("12");
            assertThat(running(TwoTenants.B, SEPTEMBER)).isEqualTo("•");
        }

        @Test
        void a_month_that_is_made_later_is_held_against_those_after_it() {
            run(SEPTEMBER);
            run(AUGUST);
            assertThat(running(TwoTenants.A, SEPTEMBER)).isEqualTo("9");
            assertThat(running(TwoTenants.A, AUGUST)).isEqualTo("•");
        }

        @Test
        void who_came_from_another_commission_is_held_against_its_reports_as_well() throws SQLException {
            run(AUGUST);
            var other = UUID.nameUUIDFromBytes(new byte[] {9});
            tenants.tell(
                    TwoTenants.B,
                    "insert into commission (tenant_id, id, number, recipient_kind, product, first_day, last_day,"
                            + " data_scope, sickness_related, special_ground, secrecy_signed_on, hours_budget, hourly_rate)"
                            + " select tenant_id, ?, 'C-2', recipient_kind, product, first_day, last_day, data_scope,"
                            + " sickness_related, special_ground, secrecy_signed_on, hours_budget, hourly_rate from commission"
                            + " where tenant_id = :tenant",
                    other);
            tenants.tell(TwoTenants.B, "update legal_basis set commission_id = ? where tenant_id = :tenant", other);
            tenants.tell(
                    TwoTenants.B,
                    "update trajectory set commission_id = ? where tenant_id = :tenant and id <> ?",
                    other,
                    TwoTenants.trajectory(1));
            run(SEPTEMBER);
            assertThat(found(TwoTenants.B, SEPTEMBER, other)).isEqualTo("•");
        }
    }

    @Nested
    class Of_three_people {

        @Test
        void no_number_is_shown() throws Exception {
            run(OCTOBER);
            assertThat(kept(TwoTenants.A))
                    .isNotEmpty()
                    .allSatisfy(tally -> assertThat(tally).endsWith(" hidden"));
            assertThat(running(TwoTenants.A, OCTOBER)).isEqualTo("<5");
            assertThat(text(TwoTenants.A, OCTOBER)).contains("100 uur");
        }

        @Test
        void every_reason_has_its_row_whether_anybody_is_in_it_or_not() throws Exception {
            run(OCTOBER);
            assertThat(text(TwoTenants.A, OCTOBER))
                    .contains("Geplaatst in werk", "Einde van de opdracht", "Doel niet haalbaar", "Verhuisd");
        }
    }

    @Nested
    class The_minimum {

        private final Change change = new Change("officer", Instant.parse("2026-11-01T09:00:00Z"), "Kleine locatie");

        @Test
        void is_five_until_somebody_decides() throws SQLException {
            tenants.join(TwoTenants.A, 4, 5, "2026-01-12");
            run(OCTOBER);
            assertThat(running(TwoTenants.A, OCTOBER)).isEqualTo("5");
            assertThat(running(TwoTenants.B, OCTOBER)).isEqualTo("<5");
            assertThat(traced(TwoTenants.A)).isEqualTo(5);
        }

        @Test
        void counts_for_its_own_tenant_and_stands_in_the_trace() throws SQLException {
            tenants.join(TwoTenants.A, 4, 6, "2026-01-12");
            tenants.join(TwoTenants.B, 4, 6, "2026-01-12");
            desk().decide(TwoTenants.A, 7, change);
            run(OCTOBER);
            assertThat(running(TwoTenants.A, OCTOBER)).isEqualTo("<7");
            assertThat(traced(TwoTenants.A)).isEqualTo(7);
            assertThat(running(TwoTenants.B, OCTOBER)).isEqualTo("6");
            assertThat(traced(TwoTenants.B)).isEqualTo(5);
        }

        @Test
        void does_not_unlock_what_was_protected_when_it_is_lowered() throws SQLException {
            tenants.join(TwoTenants.A, 4, 6, "2026-01-12");
            desk().decide(TwoTenants.A, 7, change);
            run(SEPTEMBER);
            desk().decide(TwoTenants.A, 5, new Change("officer", change.at().plusSeconds(60), "Toch niet"));
            run(OCTOBER);
            assertThat(running(TwoTenants.A, SEPTEMBER)).isEqualTo("<7");
            assertThat(running(TwoTenants.A, OCTOBER)).isEqualTo("•");
        }

        @Test
        void lies_between_five_and_ten_and_keeps_its_history() {
            for (var people : new int[] {0, 4, 11}) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> desk().decide(TwoTenants.A, people, change))
                        .satisfies(refusal -> assertThat(refusal.fields()).containsEntry("people", "out-of-range"));
                assertThatExceptionOfType(SQLIntegrityConstraintViolationException.class)
                        .isThrownBy(() -> tenants.tell(
                                TwoTenants.A,
                                "insert into smallest_cell values (:tenant, uuid(), ?, utc_timestamp(6), 'x', 'x')",
                                people));
            }
            desk().decide(TwoTenants.A, 10, change);
            desk().decide(TwoTenants.A, 6, new Change("other", change.at().plusSeconds(60), "Overleg"));
            assertThat(desk().history(TwoTenants.A))
                    .extracting(SmallestCells.Decided::people)
                    .containsExactly(6, 10);
            assertThat(desk().history(TwoTenants.B)).isEmpty();
        }

        @Test
        void is_of_a_tenant_that_exists() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> desk().decide(TenantId.ofCode("CCC"), 7, change))
                    .returns("tenant", Refusal::code);
        }

        private SmallestCells desk() {
            return new SmallestCells(database);
        }
    }

    @Nested
    class What_is_kept {

        @Test
        void names_nobody_to_who_reads_the_database_and_opens_with_no_other_key() throws SQLException {
            run(OCTOBER);
            try (var connection = database.getConnection()) {
                var kept = Sql.ofTenant(connection, TwoTenants.A)
                        .query(
                                "select tallies from report_tally where tenant_id = :tenant",
                                row -> row.bytes("tallies"))
                        .get(0);
                var person = TwoTenants.trajectory(1);
                var id = ByteBuffer.allocate(16)
                        .putLong(person.getMostSignificantBits())
                        .putLong(person.getLeastSignificantBits())
                        .array();
                assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                        .doesNotContain(new String(id, StandardCharsets.ISO_8859_1), "running");
                // Past the guard of the table, as who owns the database could.
                Sql.ofPlatform(connection).update("drop trigger report_tally_stays");
                tenants.tell(TwoTenants.B, "update report_tally set tallies = ? where tenant_id = :tenant", kept);
                var others = new TallyStore(connection, TwoTenants.B, key(TwoTenants.B));
                assertThatIllegalStateException()
                        .isThrownBy(() -> others.earlier(TwoTenants.COMMISSION, Set.of("people")));
            }
        }
    }

    private void run(YearMonth month) {
        var corrector = new Corrector(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
        var scheduler = new RunScheduler(database, worker, corrector, null);
        var run = new Runs(database, scheduler, TwoTenants.CLOCK).start(month, "test");
        Transactions.in(database, connection -> new RunStore(connection).work(run))
                .forEach(worker::make);
    }

    private String running(TenantId tenant, YearMonth month) {
        return found(tenant, month, TwoTenants.COMMISSION);
    }

    private String found(TenantId tenant, YearMonth month, UUID commission) {
        try {
            var matcher = RUNNING.matcher(text(tenant, month, commission));
            return matcher.results().findFirst().orElseThrow().group(1);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(TenantId tenant, YearMonth month) throws SQLException, IOException {
        return text(tenant, month, TwoTenants.COMMISSION);
    }

    private String text(TenantId tenant, YearMonth month, UUID commission) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            var key = key(tenant);
            var pdf = Sql.ofTenant(connection, tenant)
                    .query(
                            "select r.id, c.pdf from report r join report_content c on c.tenant_id = r.tenant_id"
                                    + " and c.report_id = r.id where r.tenant_id = :tenant and r.subject_id = ?"
                                    + " and r.period = ?",
                            row -> SealedPdf.open(row.bytes("pdf"), key, row.uuid("id")),
                            commission,
                            month.toString())
                    .get(0);
            try (var document = Loader.loadPDF(pdf)) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                return stripper.getText(document);
            }
        }
    }

    private DataKey key(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            return TwoTenants.VAULT
                    .keysFor(connection, tenant, Set.of(tenant.value()))
                    .get(tenant.value());
        }
    }

    private List<String> kept(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            return new TallyStore(connection, tenant, key(tenant))
                    .earlier(TwoTenants.COMMISSION, Set.of("people", "hours", "goals")).stream()
                            .map(kept -> kept.tally() + (kept.shown() ? " shown" : " hidden"))
                            .toList();
        }
    }

    private int traced(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            var decisions = Sql.ofTenant(connection, tenant)
                    .query(
                            "select decisions from report where tenant_id = :tenant and kind = 'ACCOUNTABILITY'",
                            row -> row.text("decisions"))
                    .get(0);
            return Json.createReader(new StringReader(decisions))
                    .readObject()
                    .getJsonObject("PLAN")
                    .getInt("smallestCell");
        }
    }
}
