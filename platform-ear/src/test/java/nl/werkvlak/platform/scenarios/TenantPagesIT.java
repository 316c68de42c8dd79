package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody of a tenant sees on the pages: the reports of the own organisation, and nothing else. */
class TenantPagesIT extends InABrowser {

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
                .hasEntrySatisfying("cache-control", value -> assertThat(value).contains("no-store"))
                .hasEntrySatisfying(
                        "content-disposition",
                        value -> assertThat(value).matches("inline; filename=\"[A-Z0-9-]+-v[0-9]+\\.pdf\""));
        assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
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
            assertThat(page.locator("table:not(:has(th[scope=col]))").count()).isZero();
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
