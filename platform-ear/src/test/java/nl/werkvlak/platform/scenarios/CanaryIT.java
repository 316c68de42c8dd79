package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Not one marker of the export that the rule does not release is anywhere that anybody outside can look. */
@NullUnmarked
class CanaryIT {

    private static final List<String> TENANTS = List.of("groenhof", "staalwerk", "uwvnh", "gemzwaag", "zekerd");

    @Nested
    class The_search {

        @Test
        void finds_a_marker_that_was_put_in_text() {
            assertThat(Canaries.in("{\"adres\":\"Straat-CNRY000001 12\"}")).containsExactly("CNRY000001");
        }

        @Test
        void finds_a_marker_that_was_put_in_a_PDF() throws IOException {
            assertThat(Canaries.in(pdfWith("Werkgever CNRYNEWEMP000046"))).containsExactly("CNRYNEWEMP000046");
        }

        private byte[] pdfWith(String text) throws IOException {
            try (var document = new PDDocument()) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    content.newLineAtOffset(50, 500);
                    content.showText(text);
                    content.endText();
                }
                var bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        }
    }

    @Nested
    class A_portal {

        private final SampleMonth sample = SampleMonth.made();

        @Test
        void reads_no_marker_in_any_report_list_or_header_but_those_that_the_rule_releases() throws IOException {
            var permitted = new ExpectedMonth(
                            SampleMonth.EXPORT,
                            SampleMonth.SCHEMA,
                            Instant.parse(sample.run().getString("decidedAt")))
                    .permittedCanaries();
            var seen = new TreeSet<String>();
            var pulled = 0;
            for (var tenant : TENANTS) {
                var portal = api("portal-" + tenant);
                var path = "/api/v1/reports?limit=50";
                while (path != null) {
                    var list = portal.get(path);
                    seen.addAll(in(list));
                    var page = Api.json(list);
                    for (var report : page.getJsonArray("reports").getValuesAs(JsonObject.class)) {
                        var own = "/api/v1/reports/" + report.getString("id");
                        seen.addAll(in(portal.get(own)));
                        var content = portal.get(own + "/content");
                        assertThat(content.statusCode()).isEqualTo(200);
                        seen.addAll(in(content));
                        pulled++;
                    }
                    path = nextOf(page);
                }
            }
            assertThat(pulled).isEqualTo(sample.run().getInt("issued"));
            assertThat(seen).isEqualTo(permitted);
        }

        @Test
        void reads_no_marker_in_an_error() throws IOException {
            var portal = api("portal-groenhof");
            for (var path : List.of(
                    "/api/v1/reports/CNRY000001",
                    "/api/v1/reports?period=nonsense",
                    "/api/v1/nothing",
                    "/api/v1/runs")) {
                var answer = portal.get(path);
                assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
                assertThat(Canaries.in(answer.body())).as(path).isEmpty();
                assertThat(Canaries.in(answer.headers().map().toString())).isEmpty();
            }
        }

        @Test
        void finds_no_marker_in_what_an_administrator_reads_of_imports_and_runs() throws IOException {
            var operator = api("operator");
            for (var path : List.of("/api/v1/imports", "/api/v1/runs", "/api/v1/openapi.json")) {
                assertThat(in(operator.get(path))).as(path).isEmpty();
            }
        }

        private Api api(String client) {
            return Api.of(sample.address()).as(client, sample.secret(client));
        }

        private String nextOf(JsonObject page) {
            return page.containsKey("next") && !page.isNull("next")
                    ? "/api/v1/reports?limit=50&cursor=" + page.getString("next")
                    : null;
        }
    }

    @Nested
    class The_pages {

        private final String run = SampleMonth.made().run().getString("id");

        @Test
        void show_somebody_of_a_tenant_no_marker() throws IOException {
            for (var tenant : TENANTS) {
                assertThat(seenBySomebodyOf(tenant)).as(tenant).isEmpty();
            }
        }

        @Test
        void are_seen_to_show_a_marker_that_was_put_into_a_report_of_the_tenant() throws Exception {
            numberOfOneReport("VR-CNRY000046");
            try {
                assertThat(seenBySomebodyOf("groenhof")).containsExactly("CNRY000046");
            } finally {
                numberOfOneReport(null);
            }
        }

        @Test
        void show_a_privacy_officer_no_marker_in_the_lists_of_reports_runs_and_imports() throws IOException {
            var officer = Visitor.loggedInAs("fg-werkvlak");
            for (var tenant : TENANTS) {
                officer.send(
                        "oversight",
                        "choose",
                        Map.of("tenant", tenant.toUpperCase(Locale.ROOT), "show", "show", "run", run));
                var list = Api.text(officer.get("oversight?run=" + run));
                assertThat(list).contains("2026-10-0001");
                assertThat(Canaries.in(list)).isEmpty();
            }
            for (var page : List.of("home", "runs", "run?id=" + run, "imports", "permissions")) {
                var answer = officer.get(page);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(in(answer)).as(page).isEmpty();
            }
        }

        @Test
        void show_a_coach_names_and_no_marker() throws IOException {
            var coach = Visitor.loggedInAs("coach");
            for (var page : List.of("home", "sign-off", "sign-off?period=2026-10", "agreements")) {
                var answer = coach.get(page);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(in(answer)).as(page).isEmpty();
            }
        }

        /** Every page that somebody of a tenant can come to, with a PDF, and what stands on the pages that stop them. */
        private Set<String> seenBySomebodyOf(String tenant) throws IOException {
            var visitor = Visitor.loggedInAs("hr-" + tenant);
            var seen = new TreeSet<String>();
            for (var first : List.of("reports", "reports?period=2026-10", "reports?run=" + run)) {
                var next = Optional.of(first);
                while (next.isPresent()) {
                    var list = visitor.get(next.get());
                    assertThat(Api.text(list)).contains("report.pdf?id=");
                    seen.addAll(in(list));
                    next = linkIn(list, "(reports\\?after=[^\"]+)");
                }
            }
            var pdf = visitor.get(
                    linkIn(visitor.get("reports"), "(report\\.pdf\\?id=[^\"]+)").orElseThrow());
            assertThat(pdf.statusCode()).isEqualTo(200);
            seen.addAll(in(pdf));
            for (var other : List.of(
                    "home",
                    "reports?period=2026-01",
                    "reports?run=CNRY000001",
                    "report.pdf?id=CNRY000001",
                    "runs",
                    "run?id=" + run,
                    "oversight",
                    "imports",
                    "sign-off",
                    "CNRY000001")) {
                seen.addAll(in(visitor.get(other)));
            }
            return seen;
        }

        private Optional<String> linkIn(HttpResponse<byte[]> page, String link) {
            return Pattern.compile(link)
                    .matcher(Api.text(page))
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst();
        }

        /** What never changes is changed past its guard, which is put back. */
        private void numberOfOneReport(String marker) throws SQLException {
            try (var connection = ServerUnderTest.connection();
                    var guard = connection.createStatement();
                    var statement = connection.prepareStatement("update report set number = coalesce(?,"
                            + " 'VR-GH-2025-S1-2026-10-0001') where number in ('VR-GH-2025-S1-2026-10-0001',"
                            + " 'VR-CNRY000046')")) {
                guard.execute("drop trigger report_stays");
                try {
                    statement.setString(1, marker);
                    assertThat(statement.executeUpdate()).isEqualTo(1);
                } finally {
                    guard.execute("create trigger report_stays after update on report for each row"
                            + " signal sqlstate '45000' set message_text = 'An issued report does not change'");
                }
            }
        }
    }

    private static Set<String> in(HttpResponse<byte[]> answer) throws IOException {
        var found = Canaries.in(answer.body());
        found.addAll(Canaries.in(answer.headers().map().toString()));
        return found;
    }

    @Nested
    class What_the_server_writes {

        @Test
        void holds_no_marker_in_any_log() throws IOException {
            SampleMonth.made();
            assertThat(ServerUnderTest.logs()).isNotEmpty();
            for (var log : ServerUnderTest.logs()) {
                assertThat(Canaries.in(Files.readAllBytes(log)))
                        .as(log.toString())
                        .isEmpty();
            }
        }
    }
}
