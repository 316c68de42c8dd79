package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.JsonObject;
import java.util.List;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in every form, asked for by the header Accept. Needs the sample, with the run of its month. */
class FormsIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Api anybody = Api.of(SampleMonth.made().address());
    private final Api operator = anybody.as("operator", SampleMonth.made().secret("operator"));
    private final Api ours = operator.portalOf("GROENHOF");
    private final Api theirs = operator.portalOf("STAALWERK");

    private static JsonObject report(Api portal, String kind) {
        return Api.json(portal.get("/api/v1/reports?limit=1&kind=" + kind))
                .getJsonArray("reports")
                .getJsonObject(0);
    }

    private static String content(JsonObject report) {
        return "/api/v1/reports/" + report.getString("id") + "/content";
    }

    @Nested
    class A_report {

        @ParameterizedTest
        @ValueSource(strings = {"PROGRESS", "FINAL", "ACCOUNTABILITY", "INVOICE"})
        void is_a_page_for_a_browser(String kind) {
            var report = report(ours, kind);
            var page = ours.get(content(report), "Accept", "text/html");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
            assertThat(page.headers().allValues("content-security-policy"))
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'; style-src 'unsafe-inline'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("script-src");
            assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
            assertThat(page.headers().firstValue("cache-control")).contains("no-store");
            assertThat(Api.text(page)).contains("<html lang=\"nl-NL\">", report.getString("number"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PROGRESS", "FINAL", "ACCOUNTABILITY", "INVOICE"})
        void is_json_that_follows_the_schema_that_it_points_to(String kind) {
            var report = report(ours, kind);
            var answer = ours.get(content(report), "Accept", "application/json");
            assertThat(answer.statusCode()).isEqualTo(200);
            var link = answer.headers().firstValue("link").orElseThrow();
            assertThat(link).endsWith("; rel=\"describedby\"");
            var address = link.substring(1, link.indexOf('>'));

            var schema = anybody.get(address);

            assertThat(schema.statusCode()).isEqualTo(200);
            assertThat(schema.headers().firstValue("content-type")).contains("application/schema+json");
            assertThat(Api.json(schema).getString("$id")).isEqualTo(address);
            var faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Api.text(schema))
                    .validate(
                            Api.text(answer),
                            InputFormat.JSON,
                            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
            assertThat(faults).isEmpty();
            assertThat(Api.json(answer).getJsonObject("head").getString("reportNumber"))
                    .isEqualTo(report.getString("number"));
        }

        @Test
        void is_paper_when_any_form_will_do() {
            var path = content(report(ours, "PROGRESS"));

            for (var accept : List.of("*/*", "application/*, text/html;q=0.9")) {
                assertThat(ours.get(path, "Accept", accept).body()).startsWith('%', 'P', 'D', 'F');
            }
        }

        @Test
        void over_many_is_a_spreadsheet_too_and_over_one_is_none() {
            assertThat(ours.get(content(report(ours, "INVOICE")), "Accept", XLSX)
                            .body())
                    .startsWith('P', 'K');
            assertThat(Api.text(ours.get(content(report(ours, "ACCOUNTABILITY")), "Accept", "text/csv")))
                    .startsWith("code,section,indicator");
            var none = ours.get(content(report(ours, "PROGRESS")), "Accept", XLSX);
            assertThat(none.statusCode()).isEqualTo(406);
            assertThat(Api.json(none).getString("code")).isEqualTo("not-acceptable");
        }

        @Test
        void says_in_which_forms_it_can_be_had() {
            assertThat(report(ours, "PROGRESS").getJsonArray("mediaTypes").toString())
                    .isEqualTo("[\"application/pdf\",\"text/html\",\"application/json\"]");
        }

        @Test
        void as_json_is_not_sent_twice_to_who_has_it() {
            var path = content(report(ours, "FINAL"));
            var tag = ours.get(path, "Accept", "application/json")
                    .headers()
                    .firstValue("etag")
                    .orElseThrow();

            assertThat(ours.get(path, "Accept", "application/json", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(ours.get(path, "If-None-Match", tag).statusCode())
                    .as("that is not the paper")
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/pdf", "text/html", "application/json", XLSX, "text/csv"})
        void of_another_tenant_is_as_unknown_as_one_that_never_was(String accept) {
            var path = content(report(ours, "INVOICE"));
            var never = "/api/v1/reports/00000000-0000-4000-8000-000000000000/content";

            assertThat(Api.everything(theirs.get(path, "Accept", accept)))
                    .startsWith("404 ")
                    .isEqualTo(Api.everything(theirs.get(never, "Accept", accept)));
        }

        @Test
        void that_is_no_kind_has_no_schema() {
            assertThat(anybody.get("/api/v1/report-schemas/house-style").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class An_overview {

        private static final String OVERVIEWS = "/api/v1/accountability-overviews/";

        private final String commission = Api.json(ours.get("/api/v1/reports?limit=1&kind=ACCOUNTABILITY"))
                .getJsonArray("reports")
                .getJsonObject(0)
                .getString("number")
                .replaceAll("^VA-(.*)-[0-9]{4}-[0-9]{2}-[0-9]+$", "$1");

        @ParameterizedTest
        @ValueSource(strings = {"application/pdf", "text/html", "application/json", XLSX, "text/csv"})
        void of_a_month_is_there_in_every_form_for_the_tenant_and_for_one_commission(String accept) {
            for (var path : List.of(OVERVIEWS + "2026-10", OVERVIEWS + "2026-10?commission=" + commission)) {
                var answer = ours.get(path, "Accept", accept);

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("content-type").orElseThrow())
                        .startsWith(accept);
                assertThat(answer.body()).isNotEmpty();
            }
        }

        @Test
        void names_what_it_is_over_in_its_number_and_its_file() {
            var all = ours.get(OVERVIEWS + "2026-10", "Accept", "application/json");
            var one = ours.get(OVERVIEWS + "2026-10?commission=" + commission, "Accept", "application/json");

            assertThat(number(all)).isEqualTo("VA-GROENHOF-2026-10");
            assertThat(number(one)).isEqualTo("VA-" + commission + "-2026-10");
            assertThat(all.headers().firstValue("content-disposition"))
                    .contains("attachment; filename=\"VA-GROENHOF-2026-10.json\"");
            assertThat(Api.json(all).getJsonArray("commissions").size())
                    .isGreaterThan(Api.json(one).getJsonArray("commissions").size());
        }

        private static String number(java.net.http.HttpResponse<byte[]> answer) {
            return Api.json(answer).getJsonObject("head").getString("reportNumber");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-Q4", "2026", "2026-11"})
        void is_not_there_before_its_last_month_is_reported(String period) {
            assertThat(ours.get(OVERVIEWS + period).statusCode()).isEqualTo(404);
        }

        @Test
        void of_a_commission_of_another_tenant_is_as_unknown_as_of_one_that_never_was() {
            assertThat(Api.everything(theirs.get(OVERVIEWS + "2026-10?commission=" + commission)))
                    .startsWith("404 ")
                    .isEqualTo(Api.everything(theirs.get(OVERVIEWS + "2026-10?commission=never")));
        }

        @Test
        void of_a_text_that_is_no_period_is_refused() {
            assertThat(ours.get(OVERVIEWS + "2026-Q5").statusCode()).isEqualTo(400);
        }
    }
}
