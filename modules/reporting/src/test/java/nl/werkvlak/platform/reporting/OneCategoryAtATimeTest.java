package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.LinesRelease;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.DocumentHead;
import nl.werkvlak.platform.rendering.FinalDocument;
import nl.werkvlak.platform.rendering.InvoiceDocument;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.DataCatalogue;
import nl.werkvlak.platform.testing.DataCatalogue.Column;
import nl.werkvlak.platform.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every column of the schema that can hold a text about a client holds a word of its own here, and a legal basis for one
 * category after the other shows which words come out. A column that is printed under the wrong category, or without one,
 * shows as a word that has no business there; a new column is in this test as soon as it has its line in the catalogue.
 */
@NullUnmarked
class OneCategoryAtATimeTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Set<String> TEXTS = Set.of("varchar", "text");
    private static final Set<String> NOBODYS = Set.of("NONE", "STAFF");

    private static final List<Word> WORDS = new ArrayList<>();
    private static final Set<DataCategory> SHOWN = new TreeSet<>();
    private static DataSource database;

    /** What stands in one column, and which category may let it out. */
    private record Word(String text, Column column, String category) {}

    @BeforeAll
    static void a_word_in_every_column() throws SQLException {
        database = TestDatabase.fresh();
        var tenants = new TwoTenants(database);
        tenants.tell(
                TwoTenants.A,
                "update commission set recipient_kind = 'U', special_ground = 'H1' where tenant_id = :tenant");
        tenants.tell(TwoTenants.A, "update legal_basis set letter = 'b' where tenant_id = :tenant");
        fillTables(tenants);
        var catalogue = DataCatalogue.read();
        for (var column : DataCatalogue.columnsOf(database)) {
            var category = catalogue.categoryOf(column).orElseThrow();
            if (TEXTS.contains(column.type()) && !NOBODYS.contains(category)) {
                put(column, category);
            }
        }
    }

    private static void fillTables(TwoTenants tenants) throws SQLException {
        var trajectory = TwoTenants.trajectory(1);
        tenants.tell(
                TwoTenants.A,
                "insert into goal (tenant_id, id, trajectory_id, position, description, status)"
                        + " values (:tenant, uuid(), ?, 1, 'x', 'OPEN')",
                trajectory);
        tenants.tell(
                TwoTenants.A,
                "insert into agreement (tenant_id, id, trajectory_id, agreed_on, action, actor, changed_by, change_reason)"
                        + " values (:tenant, uuid(), ?, '2026-10-12', 'x', 'CLIENT', 'test', 'a test')",
                trajectory);
        tenants.tell(
                TwoTenants.A,
                "insert into contact_moment (tenant_id, id, trajectory_id, held_at, kind, minutes, attendance)"
                        + " values (:tenant, uuid(), ?, '2026-10-12 09:00:00', 'GESPREK', 30, 'AANWEZIG')",
                trajectory);
        tenants.tell(
                TwoTenants.A,
                "insert into progress (tenant_id, id, trajectory_id, measured_on, status, ladder, score)"
                        + " values (:tenant, uuid(), ?, '2026-10-20', 'OP_SCHEMA', 4, 7)",
                trajectory);
        tenants.tell(
                TwoTenants.A,
                "insert into strength (tenant_id, id, trajectory_id, kind, description)"
                        + " values (:tenant, uuid(), ?, 'STERK', 'x')",
                trajectory);
        tenants.tell(
                TwoTenants.A,
                "insert into hours_worked (tenant_id, id, trajectory_id, worked_on, hours, kind)"
                        + " values (:tenant, uuid(), ?, '2026-10-12', 3, 'BEGELEIDING')",
                trajectory);
        tenants.tell(
                TwoTenants.A,
                "insert into placement (tenant_id, id, trajectory_id, started_on, contract, hours_per_week, employer,"
                        + " client_informed) values (:tenant, uuid(), ?, '2026-10-05', 'BEPAALDE_TIJD', 24, 'x', true)",
                trajectory);
    }

    /** A column of a closed list, or with a form of its own, takes no word: nothing can hide in it. */
    private static void put(Column column, String category) throws SQLException {
        var word = "wq" + Integer.toString(1_000 + WORDS.size(), 26) + "q";
        try (var connection = database.getConnection()) {
            var rows = Sql.ofTenant(connection, TwoTenants.A)
                    .update("update ignore " + column.table() + " set " + column.name() + " = '" + word
                            + "' where tenant_id = :tenant");
            if (rows > 0) {
                WORDS.add(new Word(word, column, category));
            }
        } catch (SQLException e) {
            assertThat(e.getMessage()).containsAnyOf("CONSTRAINT", "too long", "Unknown column", "truncated");
        }
    }

    @ParameterizedTest
    @EnumSource(DataCategory.class)
    void lets_out_the_words_of_its_own_columns_only(DataCategory category) throws SQLException, IOException {
        var text = reportOn(category);

        assertThat(WORDS)
                .filteredOn(word -> text.contains(word.text()))
                .allSatisfy(word -> assertThat(word.category())
                        .as("%s came out", word.column())
                        .isEqualTo(category.name()))
                .satisfies(words -> {
                    if (!words.isEmpty()) {
                        SHOWN.add(category);
                    }
                });
    }

    @AfterAll
    static void and_there_is_something_to_let_out() {
        assertThat(WORDS).hasSizeGreaterThan(15);
        assertThat(SHOWN).contains(DataCategory.IDENT, DataCategory.GOAL, DataCategory.EDU, DataCategory.PROGRESS);
    }

    @Test
    void without_any_basis_no_word_comes_out() throws SQLException, IOException {
        assertThat(reportOn(null)).doesNotContain(WORDS.stream().map(Word::text).toList());
    }

    private static String reportOn(DataCategory category) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            Sql.ofTenant(connection, TwoTenants.A)
                    .update(
                            "update legal_basis set categories = ?, purposes = 'P7' where tenant_id = :tenant",
                            category == null ? "HEALTH" : category.name());
            return textOf(progress(connection)) + textOf(finalReport(connection)) + textOf(invoice(connection));
        }
    }

    private static Map<UUID, Release> releases(Connection connection, ReportKind kind) throws SQLException {
        return Gate.open(connection)
                .release(
                        connection,
                        TwoTenants.A,
                        TwoTenants.COMMISSION,
                        List.of(TwoTenants.trajectory(1)),
                        OCTOBER,
                        kind,
                        NOON);
    }

    private static DocumentHead head() {
        return new DocumentHead("T", null, null, "VR-1", 1, OCTOBER, NOON, "AAAAA-BBBBB", "2019", "1");
    }

    private static byte[] finalReport(Connection connection) throws SQLException {
        var trajectory = TwoTenants.trajectory(1);
        var releases = releases(connection, ReportKind.FINAL);
        var keys = TwoTenants.VAULT.keysFor(connection, TwoTenants.A, Set.of(TwoTenants.client(1)));
        var file = TrajectoryFiles.of(ReportKind.FINAL, connection, TwoTenants.A, OCTOBER, NOON, releases, keys)
                .documents("C-1", id -> head())
                .get(trajectory);
        return RENDERER.pdf(releases.get(trajectory).project(FinalDocument.of(file)), DUTCH);
    }

    private static byte[] invoice(Connection connection) throws SQLException {
        var lines = InvoiceLines.read(
                Sql.ofTenant(connection, TwoTenants.A), TwoTenants.COMMISSION, OCTOBER, BigDecimal.TEN);
        return RENDERER.pdf(
                new LinesRelease(releases(connection, ReportKind.INVOICE))
                        .project(
                                lines,
                                told -> InvoiceDocument.of(
                                        head(), "C-1", "SPOOR_2", BigDecimal.TEN, InvoiceLines.VAT, told)),
                DUTCH);
    }

    private static byte[] progress(Connection connection) throws SQLException {
        var trajectory = TwoTenants.trajectory(1);
        var releases = releases(connection, ReportKind.PROGRESS);
        var keys = TwoTenants.VAULT.keysFor(connection, TwoTenants.A, Set.of(TwoTenants.client(1)));
        var document = TrajectoryFiles.of(ReportKind.PROGRESS, connection, TwoTenants.A, OCTOBER, NOON, releases, keys)
                .documents("C-1", id -> head())
                .get(trajectory);
        return RENDERER.pdf(releases.get(trajectory).project(document), DUTCH);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
