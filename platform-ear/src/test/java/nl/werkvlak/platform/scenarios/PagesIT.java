package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
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
