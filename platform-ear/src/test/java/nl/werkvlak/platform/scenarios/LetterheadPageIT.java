package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator sees and sets how the reports of one tenant look; those of another stay as they are. */
@NullUnmarked
class LetterheadPageIT extends InABrowser {

    private static final String COLOUR = "/api/v1/letterheads/brand-colour";
    private static final String JSON = "application/json";

    private final Api operator = Api.of(SampleMonth.made().address())
            .as("operator", SampleMonth.made().secret("operator"));

    @BeforeEach
    void opens_it_for_a_tenant() {
        enter("beheer");
        page.click("nav a[href$='letterhead']");
        assertThat(page.locator("#colours").count()).isZero();
        page.selectOption("#tenant", "GROENHOF");
        page.click("main form button");
        assertThat(page.innerText("h2")).isEqualTo("Groenhof Zorggroep");
    }

    @AfterEach
    void as_it_was() {
        operator.post("/api/v1/letterheads/logo/removal" + of("GROENHOF"), JSON, "");
        operator.post(COLOUR + of("GROENHOF"), JSON, "{\"brandColour\":\"#0b6b50\"}");
    }

    private static String of(String tenant) {
        return "?tenant=" + TenantId.ofCode(tenant);
    }

    private String colourOf(String tenant) {
        return Api.json(operator.get("/api/v1/letterheads" + of(tenant))).getString("brandColour", "none");
    }

    @Test
    void a_colour_that_cannot_be_read_is_told_to_be_darkened() {
        var theirs = colourOf("STAALWERK");
        page.fill("#colour", " #F2C200 ");
        page.click("#set-colour");

        assertThat(page.innerText("[role=status]")).contains("De kleur is vastgelegd.");
        assertThat(page.innerText("#darkened")).contains("is 1,6 op 1", "minstens 4,5 op 1");
        assertThat(page.locator(".facts .swatch").allInnerTexts()).first().isEqualTo("#f2c200");
        assertThat(page.locator(".facts .swatch").count())
                .as("and the one on paper")
                .isEqualTo(2);
        assertThat(page.locator("tbody tr").first().innerText()).contains("Kleur", "#f2c200", "Beheerder");
        assertThat(colourOf("GROENHOF")).isEqualTo("#f2c200");
        assertThat(colourOf("STAALWERK")).isEqualTo(theirs);

        page.fill("#colour", "#7a1fa2");
        page.click("#set-colour");
        assertThat(page.locator("#darkened").count()).isZero();
    }

    @Test
    void a_colour_is_taken_away() {
        page.click("#remove-colour");

        assertThat(page.innerText("[role=status]")).contains("De kleur is weggehaald.");
        assertThat(page.innerText(".facts")).contains("Geen eigen kleur");
        assertThat(page.locator("#remove-colour").count()).isZero();
        assertThat(page.locator("tbody tr").first().innerText()).contains("Kleur", "weggehaald", "Beheerder");
        assertThat(colourOf("GROENHOF")).isEqualTo("none");
    }

    @Test
    void what_is_no_colour_is_told_at_the_field_and_nothing_is_changed() {
        page.fill("#colour", "rood");
        page.click("#set-colour");

        assertThat(page.innerText("#colour-problem")).startsWith("Schrijf een kleur als #rrggbb");
        assertThat(page.inputValue("#colour")).isEqualTo("rood");
        assertThat(colourOf("GROENHOF")).isEqualTo("#0b6b50");
    }

    @Test
    void a_logo_is_set_shown_and_taken_away() throws IOException {
        choose("logo.png", "image/png", picture());

        assertThat(page.innerText("[role=status]")).contains("Het logo is vastgelegd.");
        assertThat(page.getAttribute("img.logo", "alt")).isEqualTo("Logo van Groenhof Zorggroep");
        assertThat(page.evaluate("document.querySelector('img.logo').naturalWidth"))
                .as("it is let in")
                .isEqualTo(572);
        assertThat(visitor.request().get(address("logo.jpg?tenant=STAALWERK")).status())
                .isEqualTo(404);

        page.click("#remove-logo");
        assertThat(page.innerText(".facts")).contains("op die plaats staat de naam");
        assertThat(visitor.request().get(address("logo.jpg?tenant=GROENHOF")).status())
                .isEqualTo(404);
        assertThat(page.locator("tbody tr").first().innerText()).contains("Logo", "weggehaald");
    }

    @Test
    void what_is_no_picture_or_too_large_is_told_at_the_field() {
        page.click("#set-logo");
        assertThat(page.innerText("#logo-problem")).isEqualTo("Kies een bestand met een logo.");
        choose("logo.png", "image/png", "geen plaatje".getBytes(StandardCharsets.UTF_8));
        assertThat(page.innerText("#logo-problem")).startsWith("Lever een PNG in, ");
        choose("logo.png", "image/png", new byte[(1 << 20) + 1]);
        assertThat(page.evaluate("document.getElementById('logo').validationMessage"))
                .isEqualTo("Dit bestand is groter dan 1 MB. Kies een kleinere afbeelding.");
        assertThat(page.locator("img.logo").count()).isZero();
    }

    private void choose(String name, String kind, byte[] file) {
        page.setInputFiles("#logo", new FilePayload(name, kind, file));
        page.click("#set-logo");
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 80, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void a_tenant_that_is_not_there_is_not_there() {
        assertThat(page.navigate(address("letterhead?tenant=NERGENS")).status()).isEqualTo(404);
        assertThat(visitor.request().get(address("logo.jpg?tenant=NERGENS")).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_else_may_look() {
        for (var who : List.of("fg-werkvlak", "hr-groenhof", "coach")) {
            visit(new Browser.NewContextOptions().setLocale("nl-NL"));
            enter(who);
            assertThat(page.navigate(address("letterhead?tenant=GROENHOF")).status())
                    .isEqualTo(403);
            assertThat(visitor.request()
                            .get(address("logo.jpg?tenant=GROENHOF"))
                            .status())
                    .isEqualTo(403);
        }
    }
}
