package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Needs the sample, with the run of its month. */
class PullIT {

    private static final String REPORTS = "/api/v1/reports";

    private final Api operator = Api.of(SampleMonth.made().address())
            .as("operator", SampleMonth.made().secret("operator"));
    private final Api ours = operator.portalOf("GROENHOF");
    private final Api theirs = operator.portalOf("STAALWERK");
    private final JsonObject report =
            Api.json(ours.get(REPORTS + "?limit=1")).getJsonArray("reports").getJsonObject(0);
    private final String path = REPORTS + "/" + report.getString("id");

    @Nested
    class The_portal_of_the_tenant {

        @Test
        void pulls_the_pdf_whose_digest_was_told() throws Exception {
            var pulled = ours.get(path + "/content");
            assertThat(pulled.headers().firstValue("content-type")).contains("application/pdf");
            assertThat(pulled.body()).startsWith('%', 'P', 'D', 'F');
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pulled.body()));
            assertThat(digest).isEqualTo(report.getString("sha256"));
            assertThat(pulled.headers().firstValue("etag")).contains("\"" + digest + "\"");
            assertThat(pulled.headers().firstValue("content-disposition"))
                    .contains("attachment; filename=\"" + report.getString("number") + "-v" + report.getInt("version")
                            + ".pdf\"");
            assertThat(pulled.headers().firstValue("cache-control")).contains("no-store");
            assertThat(ours.get(path + "/content", "If-None-Match", "\"" + digest + "\"")
                            .statusCode())
                    .isEqualTo(304);
        }

        @Test
        void asks_for_the_headers_alone() {
            var headers = ours.send("HEAD", path + "/content");
            assertThat(headers.statusCode()).isEqualTo(200);
            assertThat(headers.headers().firstValue("content-length"))
                    .contains(Integer.toString(report.getInt("size")));
        }

        @Test
        void leafs_through_all_reports_once() {
            var seen = new HashSet<String>();
            var next = "";
            do {
                var page = Api.json(ours.get(REPORTS + "?limit=7" + next));
                for (var found : page.getJsonArray("reports").getValuesAs(JsonObject.class)) {
                    assertThat(seen.add(found.getString("id"))).isTrue();
                }
                next = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
            } while (!next.isEmpty());
            assertThat(seen).hasSizeGreaterThan(7);
        }
    }

    @Nested
    class The_portal_of_another_tenant {

        @Test
        void is_told_the_same_byte_for_byte_as_about_a_report_that_never_was() {
            var never = REPORTS + "/" + UUID.randomUUID();
            var expected = Api.everything(theirs.get(never));
            assertThat(expected).startsWith("404 ").contains("problem+json");
            for (var asked : new String[] {path, path + "/content", never + "/content", REPORTS + "/no-id"}) {
                assertThat(Api.everything(theirs.get(asked))).isEqualTo(expected);
            }
        }

        @Test
        void never_sees_a_report_of_ours_in_a_list() {
            assertThat(Api.text(theirs.get(REPORTS + "?limit=100"))).doesNotContain(report.getString("id"));
        }
    }
}
