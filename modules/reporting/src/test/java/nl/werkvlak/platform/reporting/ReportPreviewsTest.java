package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.reporting.ReportPreview.Outcome;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.trajectory.Caseload;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tenants with the same ids, numbers and names, each with a coach of its own. */
@NullUnmarked
class ReportPreviewsTest {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final UUID COACH = UUID.randomUUID();
    private static final UUID OTHER_COACH = UUID.randomUUID();
    private static final Renderer RENDERER = new Renderer();

    private DataSource database;
    private TwoTenants tenants;
    private Node node;
    private ReportPreviews previews;

    @BeforeEach
    void two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        node = new Node(database, TwoTenants.CLOCK);
        previews = new ReportPreviews(database, TwoTenants.VAULT, RENDERER, new Caseload(database), TwoTenants.CLOCK);
        coach(A, COACH, "a");
        coach(B, OTHER_COACH, "b");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Nested
    class A_concept {

        @Test
        void says_on_every_page_that_it_is_one_and_is_of_the_own_client_only() {
            var text = textOf(previews.concepts(COACH, FIRST, Node.OCTOBER).get(0));

            assertThat(text)
                    .contains("CONCEPT, niet uitgegeven", "Concept, niet uitgegeven", "Hoofddoel " + TwoTenants.word(A))
                    .doesNotContain(TwoTenants.word(B), "versie");
        }

        @Test
        void holds_what_the_tenant_gets_and_nothing_else() {
            var concept =
                    lines(textOf(previews.concepts(COACH, FIRST, Node.OCTOBER).get(0)));
            node.run();

            assertThat(lines(node.pull(A, node.reportOf(A, FIRST).id())))
                    .isEqualTo(concept)
                    .hasSizeGreaterThan(5);
        }

        @Test
        void of_a_client_who_was_not_shown_it_yet_is_what_that_client_is_to_be_shown() throws SQLException {
            notShownYet();

            var concept = previews.concepts(COACH, FIRST, Node.OCTOBER).get(0);

            assertThat(concept.preview().waitsForShowing()).isTrue();
            assertThat(concept.preview().withheld().get(DataCategory.GOAL)).containsExactly(Reason.CONDITION_K2);
            assertThat(concept.preview().shown()).doesNotContain(DataCategory.GOAL);
            assertThat(textOf(concept)).contains("Hoofddoel " + TwoTenants.word(A));
            node.run();
            assertThat(node.pull(A, node.reportOf(A, FIRST).id()))
                    .as("that somebody looked at the concept is no showing")
                    .doesNotContain("Hoofddoel");
        }

        @Test
        void leaves_out_what_stays_inside_whoever_was_shown_it_and_says_why() throws SQLException {
            tenants.tell(
                    A,
                    "update commission set data_scope = 'IDENT,PLAN,GOAL' where tenant_id = :tenant and id = ?",
                    TwoTenants.COMMISSION);

            var concept = previews.concepts(COACH, FIRST, Node.OCTOBER).get(0);

            assertThat(concept.preview().withheld().get(DataCategory.EDU))
                    .containsExactly(Reason.NOT_IN_COMMISSION_SCOPE);
            assertThat(concept.preview().withheld())
                    .hasSize(22 - concept.preview().shown().size());
            assertThat(textOf(concept)).contains("Hoofddoel").doesNotContain("Opleiding");
        }

        @Test
        void tells_of_a_marked_text_that_waits_for_a_second_person() throws SQLException {
            notShownYet();
            tenants.tell(
                    A,
                    "update trajectory set main_goal = 'Heeft een burn-out gehad' where tenant_id = :tenant and id = ?",
                    FIRST);

            var concept = previews.concepts(COACH, FIRST, Node.OCTOBER).get(0);

            assertThat(concept.preview().markedTexts()).isEqualTo(Map.of(DataCategory.GOAL, 1));
            assertThat(textOf(concept)).doesNotContain("burn-out");
        }

        @Test
        void is_of_the_final_report_as_well_when_the_trajectory_ended() throws SQLException {
            tenants.tell(
                    A,
                    "update trajectory set ended_on = '2026-10-20', end_reason = 'PLAATSING' where tenant_id = :tenant"
                            + " and id = ?",
                    FIRST);

            assertThat(previews.concepts(COACH, FIRST, Node.OCTOBER))
                    .extracting(concept -> concept.preview().kind())
                    .containsExactly(ReportKind.PROGRESS, ReportKind.FINAL);
        }

        @Test
        void is_unknown_to_a_coach_of_somebody_else() throws SQLException {
            coach(A, UUID.randomUUID(), "c");

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> previews.concepts(COACH, FIRST, Node.OCTOBER))
                    .returns("trajectory", Refusal::code)
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            assertThat(textOf(
                            previews.concepts(OTHER_COACH, FIRST, Node.OCTOBER).get(0)))
                    .contains(TwoTenants.word(B))
                    .doesNotContain(TwoTenants.word(A));
        }

        @Test
        void leaves_nothing_behind_whatever_it_needed() throws SQLException {
            var before = everything();

            previews.concepts(COACH, FIRST, Node.OCTOBER);
            previews.dryRun(A, TwoTenants.COMMISSION, Node.OCTOBER);

            assertThat(everything()).isEqualTo(before);
        }
    }

    @Nested
    class A_dry_run {

        @Test
        void tells_what_the_run_will_do() throws SQLException {
            tenants.tell(
                    A,
                    "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                    FIRST);
            tenants.tell(
                    A,
                    "insert into objection (tenant_id, id, client_id, purposes, received_at, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, 'P7', '2026-10-20 10:00:00', 'test', 'a test')",
                    TwoTenants.client(2));

            var dry = previews.dryRun(A, TwoTenants.COMMISSION, Node.OCTOBER);
            var dryOfB = previews.dryRun(B, TwoTenants.COMMISSION, Node.OCTOBER);

            assertThat(dry.counts()).isEqualTo(Map.of(Outcome.WAITING, 1L, Outcome.WITHHELD, 1L, Outcome.ISSUED, 2L));
            assertThat(dryOfB.counts()).isEqualTo(Map.of(Outcome.ISSUED, 4L));
            assertThat(of(dry, TwoTenants.trajectory(2)).withheld().get(DataCategory.GOAL))
                    .containsExactly(Reason.OBJECTION_PENDING);
            assertThat(of(dry, FIRST).shown())
                    .as("would be in it, once it is signed off")
                    .contains(DataCategory.GOAL);
            assertThat(of(dry, TwoTenants.COMMISSION).kind()).isEqualTo(ReportKind.ACCOUNTABILITY);
            var run = node.run();
            assertThat(run.waiting()).isEqualTo(1);
            assertThat(run.withheld()).isEqualTo(1);
            assertThat(run.issued()).isEqualTo(6);
        }

        @Test
        void tells_which_reports_stand_and_which_were_withdrawn() throws SQLException {
            node.run();
            tenants.tell(
                    A,
                    "insert into restriction (tenant_id, id, client_id, ground, imposed_at, changed_by, change_reason)"
                            + " values (:tenant, uuid(), ?, 'ONRECHTMATIG', '2026-11-04 10:00:00', 'test', 'a test')",
                    TwoTenants.client(1));
            node.corrector.follow();

            var dry = previews.dryRun(A, TwoTenants.COMMISSION, Node.OCTOBER);

            assertThat(of(dry, FIRST).outcome()).isEqualTo(Outcome.WITHDRAWN);
            assertThat(of(dry, TwoTenants.trajectory(2)).outcome()).isEqualTo(Outcome.STANDS);
        }

        @Test
        void asks_as_many_statements_for_a_hundred_people_as_for_three() throws SQLException {
            var statements = new ArrayList<String>();
            var counted = new ReportPreviews(
                    ListeningDatabase.over(database, statements::add),
                    TwoTenants.VAULT,
                    RENDERER,
                    new Caseload(database),
                    TwoTenants.CLOCK);
            counted.dryRun(A, TwoTenants.COMMISSION, Node.OCTOBER);
            var ofThree = statements.size();
            tenants.join(A, 4, 100, "2026-01-05");
            statements.clear();

            assertThat(counted.dryRun(A, TwoTenants.COMMISSION, Node.OCTOBER).previews())
                    .hasSize(101);

            assertThat(statements).hasSize(ofThree);
        }

        @Test
        void knows_no_commission_of_nobody() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> previews.dryRun(A, UUID.randomUUID(), Node.OCTOBER))
                    .returns("commission", Refusal::code);
        }
    }

    private void notShownYet() throws SQLException {
        tenants.tell(A, "update concept_preview set shown_at = '2026-11-30 12:00:00' where tenant_id = :tenant");
    }

    private static ReportPreview of(ReportPreviews.DryRun dry, UUID subject) {
        return dry.previews().stream()
                .filter(preview -> preview.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private void coach(TenantId tenant, UUID coach, String code) throws SQLException {
        try (var connection = database.getConnection()) {
            Sql.ofPlatform(connection)
                    .update(
                            "insert into coach (id, code, name, email) values (?, ?, 'Coach', ?)",
                            coach,
                            code,
                            code + "@werkvlak.example");
        }
        tenants.tell(tenant, "update trajectory set coach_id = ? where tenant_id = :tenant", coach);
    }

    /** How many rows each table has. */
    private Map<String, Long> everything() throws SQLException {
        try (var connection = database.getConnection()) {
            var sql = Sql.ofPlatform(connection);
            var counts = new TreeMap<String, Long>();
            for (var table : sql.query(
                    "select table_name from information_schema.tables where table_schema = schema()"
                            + " and table_type <> 'VIEW'",
                    row -> row.text("table_name"))) {
                counts.put(
                        table,
                        sql.query("select count(*) n from " + table, row -> row.count("n"))
                                .get(0));
            }
            return counts;
        }
    }

    private static String textOf(Concept concept) {
        try (var document = Loader.loadPDF(concept.pdf())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what names the report itself: the head of each page, and its foot. */
    private static List<String> lines(String text) {
        var ofItself = Set.of("Zelfde Naam B.V.", "oncept", "VR-", "Grondslagen:", "Gemaakt op", "CONCEPT");
        return text.lines()
                .filter(line -> ofItself.stream().noneMatch(line::contains))
                .toList();
    }
}
