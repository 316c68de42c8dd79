package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.testing.TestDatabase;
import nl.werkvlak.platform.trajectory.Reviewer;
import nl.werkvlak.platform.trajectory.TextReview;
import nl.werkvlak.platform.trajectory.TextReview.Decision;
import nl.werkvlak.platform.trajectory.TextReviews;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report leaves without its marked texts, and without saying so; ours know. */
@NullUnmarked
class FreeTextRunTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Renderer RENDERER = new Renderer();
    private static final Reviewer OFFICER = new Reviewer("fg", null);
    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final String MARKED = "Opbouwen na Appelboomdepressie";

    private DataSource database;
    private TextReviews reviews;

    @BeforeEach
    void the_same_marked_text_in_two_tenants() throws SQLException {
        database = TestDatabase.fresh();
        reviews = new TextReviews(database, TwoTenants.VAULT);
        var tenants = new TwoTenants(database);
        for (var tenant : List.of(TwoTenants.A, TwoTenants.B)) {
            tenants.tell(
                    tenant, "update trajectory set main_goal = ? where tenant_id = :tenant and id = ?", MARKED, FIRST);
        }
    }

    @Test
    void a_marked_text_is_not_in_the_report_and_the_rest_is() throws Exception {
        run();
        assertThat(text(TwoTenants.A)).doesNotContain("depressie").contains("Opleiding Appelboom");
        assertThat(decisions(TwoTenants.A).getJsonObject("GOAL").getInt("heldTexts"))
                .isEqualTo(1);
        assertThat(decisions(TwoTenants.A).getJsonObject("GOAL").getBoolean("permitted"))
                .isTrue();
        assertThat(decisions(TwoTenants.A).getJsonObject("EDU")).doesNotContainKey("heldTexts");
    }

    @Test
    void what_a_second_person_released_for_one_tenant_is_in_its_report_and_in_no_other() throws Exception {
        review(TwoTenants.A, Decision.RELEASED, null);
        run();
        assertThat(text(TwoTenants.A)).contains(MARKED);
        assertThat(decisions(TwoTenants.A).getJsonObject("GOAL")).doesNotContainKey("heldTexts");
        assertThat(text(TwoTenants.B)).doesNotContain("depressie");
    }

    @Test
    void what_was_rewritten_is_in_the_report_as_it_is_now() throws Exception {
        review(TwoTenants.A, Decision.REWRITTEN, "Opbouwen tot vier dagdelen");
        run();
        assertThat(text(TwoTenants.A)).contains("Opbouwen tot vier dagdelen").doesNotContain("depressie");
    }

    @Test
    void an_edit_after_the_release_keeps_the_text_inside() throws Exception {
        review(TwoTenants.A, Decision.RELEASED, null);
        Transactions.in(
                database,
                connection -> Sql.ofTenant(connection, TwoTenants.A)
                        .update(
                                "update trajectory set main_goal = ? where tenant_id = :tenant and id = ?",
                                MARKED + "s",
                                FIRST));
        run();
        assertThat(text(TwoTenants.A)).doesNotContain("depressie");
    }

    private void review(TenantId tenant, Decision decision, @Nullable String text) {
        var waiting = reviews.waiting(tenant, OFFICER, null, 10).texts().get(0);
        reviews.review(
                tenant,
                OFFICER,
                new TextReview(waiting.field(), waiting.row(), waiting.seen(), decision, text),
                new Change("fg", TwoTenants.CLOCK.instant(), "nagekeken"));
    }

    private void run() {
        var worker = new RunWorker(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
        var corrector = new Corrector(database, TwoTenants.VAULT, RENDERER, TwoTenants.CLOCK);
        var scheduler = new RunScheduler(database, worker, corrector, null);
        var run = new Runs(database, scheduler, TwoTenants.CLOCK).start(OCTOBER, "test");
        Transactions.in(database, connection -> new RunStore(connection).work(run))
                .forEach(worker::make);
    }

    private JsonObject decisions(TenantId tenant) {
        String json = Transactions.in(
                database,
                connection -> Sql.ofTenant(connection, tenant)
                        .query(
                                "select decisions from report where tenant_id = :tenant and trajectory_id = ?",
                                row -> row.text("decisions"),
                                FIRST)
                        .get(0));
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private String text(TenantId tenant) throws IOException {
        byte[] pdf = Transactions.in(database, connection -> {
            var client = TwoTenants.client(1);
            var key =
                    TwoTenants.VAULT.keysFor(connection, tenant, Set.of(client)).get(client);
            return Sql.ofTenant(connection, tenant)
                    .query(
                            "select r.id, c.pdf from report r join report_content c on c.tenant_id = r.tenant_id"
                                    + " and c.report_id = r.id where r.tenant_id = :tenant and r.trajectory_id = ?",
                            row -> SealedPdf.open(row.bytes("pdf"), key, row.uuid("id")),
                            FIRST)
                    .get(0);
        });
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
