package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;

/**
 * The pages of runs, and runs to look at there. Their months are of before the sample, so that no other scenario looks for
 * reports of them.
 */
abstract class OnRunPages extends InABrowser {

    private static final String TENANT = TenantId.ofCode("GROENHOF").toString();

    private final SampleMonth sample = SampleMonth.made();
    final Api operator = Api.of(sample.address()).as("operator", sample.secret("operator"));

    String started(String period) {
        return start("{\"period\":\"" + period + "\",\"tenant\":\"" + TENANT + "\"}");
    }

    String startedForAll(String period) {
        return start("{\"period\":\"" + period + "\"}");
    }

    private String start(String body) {
        var answer = operator.post("/api/v1/runs", "application/json", body);
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(202);
        return Api.json(answer).getString("id");
    }

    void awaitState(String state) {
        page.locator(".answer", new Page.LocatorOptions().setHasText(state)).waitFor();
    }
}
