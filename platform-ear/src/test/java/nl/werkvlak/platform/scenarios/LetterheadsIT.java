package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the reports of one tenant look is decided by an administrator, and seen in the next one; another's stay as they are. */
@NullUnmarked
class LetterheadsIT {

    private static final UUID OURS = TenantId.ofCode("GROENHOF").value();
    private static final UUID THEIRS = TenantId.ofCode("STAALWERK").value();
    private static final String PATH = "/api/v1/letterheads";
    private static final String JSON = "application/json";

    private final Api operator = Api.of(SampleMonth.made().address())
            .as("operator", SampleMonth.made().secret("operator"));
    private String colour;

    @BeforeEach
    void how_it_looks_now() {
        colour = letterhead(OURS).getString("brandColour", null);
    }

    @AfterEach
    void as_it_was() {
        operator.post(of("/logo/removal", OURS), JSON, "");
        if (colour == null) {
            operator.post(of("/brand-colour/removal", OURS), JSON, "");
        } else {
            operator.post(of("/brand-colour", OURS), JSON, "{\"brandColour\":\"" + colour + "\"}");
        }
    }

    @Test
    void a_colour_is_chosen_and_taken_away_and_who_did_it_is_told() {
        var before = letterhead(THEIRS);

        var chosen = operator.post(of("/brand-colour", OURS), JSON, "{\"brandColour\":\"#7a1fa2\"}");
        assertThat(Api.json(chosen).getString("brandColour")).isEqualTo("#7a1fa2");
        assertThat(page()).contains("#7a1fa2");

        var removed = operator.post(of("/brand-colour/removal", OURS), JSON, "");
        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(Api.json(removed).containsKey("brandColour")).isFalse();
        assertThat(page()).doesNotContain("#7a1fa2");

        var changes = Api.json(operator.get(of("/history", OURS))).getJsonArray("changes");
        assertThat(changes.getValuesAs(JsonObject.class).subList(0, 2))
                .extracting(change -> change.getString("what") + " " + change.getString("brandColour", "-") + " "
                        + change.getString("changedBy"))
                .containsExactly("COLOUR - operator", "COLOUR #7a1fa2 operator");
        assertThat(letterhead(THEIRS)).isEqualTo(before);
    }

    @Test
    void a_logo_stands_in_the_head_and_what_is_none_is_refused() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB), "png", out);

        assertThat(Api.json(operator.post(of("/logo", OURS), "image/png", out.toByteArray()))
                        .getBoolean("hasLogo"))
                .isTrue();
        assertThat(page()).contains("data:image/jpeg");
        assertThat(operator.post(of("/logo", OURS), "image/png", "<svg/>").statusCode())
                .isEqualTo(400);
        assertThat(Api.json(operator.post(of("/brand-colour", OURS), JSON, "{\"brandColour\":\"red\"}"))
                        .getString("code"))
                .isEqualTo("not-a-colour");
        assertThat(letterhead(THEIRS).getBoolean("hasLogo")).isFalse();
    }

    @Test
    void nobody_else_decides_it() {
        for (var other : new Api[] {operator.portalOf("GROENHOF"), operator.clientWith("PRIVACY_OFFICER")}) {
            assertThat(other.get(of("", OURS)).statusCode()).isEqualTo(403);
            assertThat(other.get(of("/history", OURS)).statusCode()).isEqualTo(403);
            assertThat(other.post(of("/brand-colour/removal", OURS), JSON, "").statusCode())
                    .isEqualTo(403);
        }
        assertThat(operator.get(of("/history", UUID.randomUUID())).statusCode()).isEqualTo(404);
    }

    private static String of(String path, UUID tenant) {
        return PATH + path + "?tenant=" + tenant;
    }

    private JsonObject letterhead(UUID tenant) {
        return Api.json(operator.get(of("", tenant)));
    }

    /** A report of the tenant, as a page: it is made when it is asked for, in the letterhead of that moment. */
    private String page() {
        var portal = operator.portalOf("GROENHOF");
        var report = Api.json(portal.get("/api/v1/reports?limit=1&kind=ACCOUNTABILITY"))
                .getJsonArray("reports")
                .getJsonObject(0)
                .getString("id");
        return Api.text(portal.get("/api/v1/reports/" + report + "/content", "Accept", "text/html"));
    }
}
