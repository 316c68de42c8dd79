package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as people see them: who may see what, and what keeps others out. */
class PagesIT extends InABrowser {

    @Nested
    class Somebody_who_did_not_log_in {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "home",
                    "runs",
                    "run?id=1",
                    "run-events?id=1",
                    "import-events?id=1",
                    "received",
                    "letterhead",
                    "logo.jpg?tenant=GROENHOF",
                    "reports",
                    "report.pdf?id=1",
                    "report.html?id=1",
                    "overview?period=2026-10",
                    "oversight",
                    "sign-off",
                    "concept?trajectory=1&period=2026-10",
                    "concept.pdf?trajectory=1&period=2026-10&kind=PROGRESS",
                    "agreements",
                    "agreements?trajectory=1",
                    "imports",
                    "import?id=1",
                    "permissions"
                })
        void is_sent_to_the_login(String path) {
            go(path);
            assertThat(page.url()).endsWith("/app/login");
        }

        @Test
        void reads_one_sentence_whether_the_name_or_the_password_was_wrong() {
            logIn("nobody-of-this-name", "wrong");
            var unknown = page.innerText("[role=alert]");
            logIn("fg-werkvlak", "wrong");
            assertThat(page.innerText("[role=alert]")).isEqualTo(unknown).contains("Probeer het opnieuw");
        }

        @Test
        void gets_no_page_that_is_not_there() {
            var answer = visitor.request().get(address("nergens"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("Deze pagina is er niet").doesNotContain("Payara", "nl.werkvlak");
        }

        @Test
        void who_reads_english_is_spoken_to_in_english() {
            visit(new Browser.NewContextOptions().setLocale("en-GB"));
            go("login");
            assertThat(page.title()).isEqualTo("Log in – Werkvlak");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        }

        @Test
        void cannot_be_logged_in_by_another_site() {
            var answer = visitor.request()
                    .post(
                            address("login"),
                            RequestOptions.create()
                                    .setHeader("Origin", "http://elsewhere.example")
                                    .setData("login=login&name=a&password=b"));
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Nested
    class An_administrator {

        @BeforeEach
        void logs_in() {
            enter("beheer");
        }

        @Test
        void sees_who_they_are_and_where_they_may_go() {
            assertThat(page.innerText("main")).contains("Beheerder", "Werkvlak", "Een rapportagerun starten");
            assertThat(page.locator("nav a").allInnerTexts())
                    .containsExactly("Wie ben ik", "Runs", "Import", "Huisstijl", "Bevoegdheden");
        }

        @Test
        void keeps_the_visit_in_a_cookie_that_no_script_and_no_other_site_can_use() {
            var cookie = visitor.cookies().get(0);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(String.valueOf(cookie.sameSite)).isEqualToIgnoringCase("strict");
            assertThat(page.url()).doesNotContain(cookie.value);
        }

        @Test
        void gets_another_visit_at_the_next_login() {
            var before = visitor.cookies().get(0).value;
            enter("beheer");
            assertThat(visitor.cookies().get(0).value).isNotEqualTo(before);
        }

        @Test
        void sees_the_run_of_the_month_with_counts_that_add_up() {
            go("runs");
            page.locator("tbody a", new Page.LocatorOptions().setHasText("oktober 2026"))
                    .last()
                    .click();
            var counts = page.locator(".figures strong").allInnerTexts().stream()
                    .mapToInt(text -> Integer.parseInt(text.replace(".", "")))
                    .sum();
            assertThat(page.innerText(".answer")).contains("Klaar", counts + " van " + counts);
        }

        @Test
        void sees_what_the_import_did() {
            go("imports");
            page.locator("tbody a").last().click();
            assertThat(page.innerText("main")).contains("Klaar", "trajecten.csv");
        }

        @Test
        void is_told_when_no_file_was_chosen() {
            go("imports");
            page.click("#go");
            assertThat(page.innerText("#file-problem")).isEqualTo("Kies een zipbestand.");
        }

        @Test
        void may_not_see_reports_nor_look_on() {
            assertThat(page.navigate(address("reports")).status()).isEqualTo(403);
            assertThat(page.navigate(address("oversight")).status()).isEqualTo(403);
            assertThat(page.navigate(address("report.pdf?id=" + UUID.randomUUID()))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void cannot_be_made_to_act_by_a_form_without_the_token() {
            var answer = visitor.request()
                    .post(
                            address("runs"),
                            RequestOptions.create()
                                    .setHeader("Origin", origin())
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setData("start=start&month=2026-09&go=go&jakarta.faces.ViewState=stateless"));
            assertThat(answer.status()).isEqualTo(403);
        }

        @Test
        void is_out_after_logging_out() {
            page.click("header button");
            assertThat(page.innerText("main")).contains("Je bent uitgelogd.");
            go("home");
            assertThat(page.url()).endsWith("/app/login");
        }
    }

    @Nested
    class A_privacy_officer {

        @BeforeEach
        void logs_in() {
            enter("fg-werkvlak");
        }

        @Test
        void sees_the_reports_of_the_tenant_that_was_chosen_and_opens_none() {
            go("oversight");
            assertThat(page.locator("table").count()).isZero();
            page.selectOption("#tenant", "GROENHOF");
            page.click("#show");
            assertThat(page.innerText("h2")).contains("Groenhof");
            assertThat(page.locator("tbody tr").count()).isPositive();
            assertThat(page.locator("a[href*='report.pdf']").count()).isZero();
        }

        @Test
        void comes_from_a_run_to_its_reports_at_the_tenant_that_is_then_chosen() {
            go("run?id=" + run());
            page.click("main a[href*='oversight']");
            page.selectOption("#tenant", "STAALWERK");
            page.click("#show");
            assertThat(page.url()).endsWith("oversight?run=" + run());
            assertThat(page.inputValue("#run")).isEqualTo(run());
            assertThat(page.locator("tbody tr").count()).isPositive();
            assertThat(page.locator("a[href*='report.pdf']").count()).isZero();
        }

        @Test
        void starts_no_run_and_no_import() {
            go("runs");
            assertThat(page.locator("#start").count()).isZero();
            go("imports");
            assertThat(page.locator("#start").count()).isZero();
        }
    }

    @Nested
    class Somebody_of_a_tenant {

        /** Beside them may stand notices, as other scenarios went before. */
        private static final String REPORTS = "tbody:not(form tbody)";

        @BeforeEach
        void logs_in() {
            enter("hr-groenhof");
        }

        @Test
        void opens_a_report_of_the_own_organisation() {
            go("reports?period=2026-10");
            var href = page.getAttribute("tbody a[href*='report.pdf']", "href");
            var answer = visitor.request().get(address(href));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers())
                    .containsEntry("content-type", "application/pdf")
                    .containsEntry("x-content-type-options", "nosniff")
                    .hasEntrySatisfying(
                            "cache-control", value -> assertThat(value).contains("no-store"))
                    .hasEntrySatisfying(
                            "content-disposition",
                            value -> assertThat(value).matches("inline; filename=\"[A-Z0-9-]+-v[0-9]+\\.pdf\""));
            assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }

        @Test
        void reads_a_report_as_a_page_without_script_that_a_listener_can_follow() {
            for (var kind : List.of("VR-", "ER-", "VA-", "FS-")) {
                go("reports?period=2026-10");
                while (page.locator(REPORTS + " tr", containing(kind)).count() == 0) {
                    page.click("main p a.button");
                }
                var href = page.locator(REPORTS + " tr", containing(kind))
                        .first()
                        .locator("a[href*='report.html']")
                        .getAttribute("href");
                assertThat(page.navigate(address(href)).status()).isEqualTo(200);
                assertThat(page.getAttribute("html", "lang")).isEqualTo("nl-NL");
                assertThat(page.title()).contains(kind);
                assertThat(page.locator("body > header").count()).isEqualTo(1);
                assertThat(page.locator("body > main").count()).isEqualTo(1);
                assertThat(page.locator("body > footer").count()).isEqualTo(1);
                assertThat(page.locator("h1").count()).isEqualTo(1);
                assertThat(page.locator("table:not(:has(th[scope=col]))").count())
                        .isZero();
                assertThat(page.locator("script").count()).isZero();
                assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))
                        .as("its own style is let in")
                        .isNotEqualTo("rgb(0, 0, 0)");
            }
        }

        private static Page.LocatorOptions containing(String text) {
            return new Page.LocatorOptions().setHasText(text);
        }

        @Test
        void adds_up_accountability_over_a_month() {
            go("reports");
            assertThat(page.locator("#over option").allInnerTexts()).contains("oktober 2026");
            assertThat(page.locator("#commission option").allInnerTexts())
                    .hasSizeGreaterThan(1)
                    .noneMatch(number -> number.startsWith("SW-"));
            page.selectOption("#over", "2026-10");
            page.selectOption("#form", "html");
            page.click("section form button");
            assertThat(page.title()).contains("VA-GROENHOF-2026-10");
            assertThat(visitor.request()
                            .get(address("overview?period=2026-10&commission=SW-2025-S2"))
                            .status())
                    .as("of another organisation")
                    .isEqualTo(404);
        }

        @Test
        void chooses_a_run_and_opens_a_report_that_it_made() {
            go("reports");
            page.selectOption("#run", run());
            page.click("form.inline button");
            assertThat(page.url()).contains("run=" + run());
            assertThat(page.locator(REPORTS + " th").allInnerTexts())
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(number).contains("-GH-"));
            var href = page.getAttribute("tbody a[href*='report.pdf']", "href");
            var answer = visitor.request().get(address(href));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        }

        @Test
        void sees_all_reports_that_a_run_made_page_after_page_and_none_of_another_organisation() {
            var own = numbersOf(run());
            come_as_a_stranger();
            enter("hr-staalwerk");
            var theirs = numbersOf(run());
            assertThat(theirs).isNotEmpty().doesNotContainAnyElementsOf(own);
            assertThat(own).doesNotHaveDuplicates().hasSizeGreaterThan(50);
        }

        @Test
        void reads_of_a_run_that_is_not_there_that_it_made_nothing() {
            go("reports?run=" + UUID.randomUUID());
            assertThat(page.innerText("main")).contains("Deze run heeft hier geen rapporten gemaakt.");
        }

        private List<String> numbersOf(String run) {
            var numbers = new ArrayList<String>();
            go("reports?run=" + run);
            numbers.addAll(page.locator(REPORTS + " th").allInnerTexts());
            while (page.locator("main p a.button").count() > 0) {
                page.click("main p a.button");
                numbers.addAll(page.locator(REPORTS + " th").allInnerTexts());
            }
            return numbers;
        }

        @Test
        void does_not_find_a_report_of_another_organisation() {
            var own = firstReport();
            come_as_a_stranger();
            enter("hr-staalwerk");
            assertThat(visitor.request().get(address(own)).status()).isEqualTo(404);
        }

        @Test
        void sees_nothing_of_the_platform() {
            assertThat(page.locator("nav a").allInnerTexts()).containsExactly("Wie ben ik", "Rapporten");
            assertThat(page.navigate(address("runs")).status()).isEqualTo(403);
            assertThat(page.navigate(address("imports")).status()).isEqualTo(403);
        }

        private String firstReport() {
            go("reports");
            return page.getAttribute("tbody a[href*='report.pdf']", "href");
        }
    }

    private static String run() {
        return SampleMonth.made().run().getString("id");
    }

    @Nested
    class A_coach {

        @Test
        void has_nothing_left_to_sign_over_the_month_that_was_imported() {
            enter("coach");
            go("sign-off?period=2026-10");
            assertThat(page.innerText("main")).contains("Over oktober 2026 wacht niets op je.");
        }

        @Test
        void sees_what_the_client_organisation_gets_of_an_own_trajectory_and_nothing_of_a_colleagues()
                throws SQLException {
            enter("coach");
            go("concept?period=2026-10&trajectory=" + trajectoryOf("c01"));

            assertThat(page.innerText("main"))
                    .contains("Concept over oktober 2026", "Werknotities blijven bij Werkvlak.");
            var link = page.getAttribute("a[href*='concept.pdf']", "href");
            var pdf = visitor.request().get(address(link));
            assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
            assertThat(pdf.headers().get("cache-control")).contains("no-store");
            for (var path : List.of("concept?", "concept.pdf?kind=PROGRESS&")) {
                assertThat(visitor.request()
                                .get(address(path + "period=2026-10&trajectory=" + trajectoryOf("c02")))
                                .status())
                        .isEqualTo(404);
            }
        }

        @Test
        void records_what_was_agreed_on_for_an_own_trajectory_and_that_it_was_done() throws SQLException {
            enter("coach");
            go("agreements");
            assertThat(page.innerText("main")).contains("Eerstvolgend");
            go("agreements?trajectory=" + trajectoryOf("c01"));

            page.fill("#what", "Rooster van december meenemen");
            page.selectOption("#actor", "OPDRACHTGEVER");
            page.fill("#due", "2030-12-18");
            page.click("button:has-text('Vastleggen')");

            assertThat(page.innerText("main"))
                    .contains("Afspraak vastgelegd.", "Rooster van december meenemen", "18 december 2030");

            page.click("button[aria-label='Gedaan: Rooster van december meenemen']");

            assertThat(page.innerText("main")).contains("Vastgelegd dat het is gedaan.", "Gedaan of vervallen");
            assertThat(page.locator("button[aria-label='Gedaan: Rooster van december meenemen']")
                            .count())
                    .isZero();
            assertThat(visitor.request()
                            .get(address("agreements?trajectory=" + trajectoryOf("c02")))
                            .status())
                    .isEqualTo(404);
        }

        private String trajectoryOf(String coach) throws SQLException {
            var database = ServerUnderTest.database();
            try (var connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select t.id from trajectory t join coach c on c.id = t.coach_id"
                            + " where c.code = '" + coach + "' and t.ended_on is null limit 1")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Nested
    class Every_page {

        @ParameterizedTest
        @ValueSource(strings = {"home", "runs", "imports", "letterhead?tenant=GROENHOF", "permissions", "nergens"})
        void fits_a_telephone_in_the_dark(String path) {
            visit(new Browser.NewContextOptions()
                    .setLocale("nl-NL")
                    .setViewportSize(390, 844)
                    .setColorScheme(ColorScheme.DARK));
            enter("beheer");
            go(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            assertThat(
                            page.evaluate(
                                    "[...document.querySelectorAll('main a, button, nav a, input[type=submit], select')]"
                                            + ".map(e => e.getBoundingClientRect()).filter(r => r.width > 0 && r.height < 43.5).length"))
                    .isEqualTo(0);
        }
    }
}
