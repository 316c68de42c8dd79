package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.launcher.SampleMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A scenario in a real browser. Without one on the machine it is skipped, and says so. */
// JUnit opens the browser before every test, and visit() gives the page.
@SuppressWarnings("NullAway.Init")
abstract class InABrowser {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String NO_BROWSER =
            "The pages were not looked at: there is no Chromium on this machine" + " (apt-get install chromium).";
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> blocked = new ArrayList<>();
    BrowserContext visitor;
    Page page;

    @BeforeAll
    static void open_the_browser() {
        if (!Files.isExecutable(CHROMIUM)) {
            System.getLogger(InABrowser.class.getName()).log(System.Logger.Level.WARNING, NO_BROWSER);
        }
        assumeTrue(Files.isExecutable(CHROMIUM), NO_BROWSER);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
    }

    @AfterAll
    static void close_the_browser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void come_as_a_stranger() {
        visit(new Browser.NewContextOptions().setLocale("nl-NL"));
    }

    @AfterEach
    void leave_without_a_violation_of_the_policy() {
        visitor.close();
        assertThat(blocked).isEmpty();
    }

    void visit(Browser.NewContextOptions options) {
        if (visitor != null) {
            visitor.close();
        }
        visitor = browser.newContext(options);
        page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                blocked.add(message.text());
            }
        });
    }

    void enter(String who) {
        logIn(who, SampleMonth.made().secret(who));
        assertThat(page.url()).endsWith("/app/home");
    }

    void logIn(String name, String password) {
        go("login");
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("#enter");
    }

    void go(String path) {
        page.navigate(address(path));
    }

    static String address(String path) {
        return SampleMonth.made().address().resolve("/app/" + path).toString();
    }

    static String origin() {
        var address = SampleMonth.made().address().toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** The id of the run that made the month of the sample. */
    static String run() {
        return SampleMonth.made().run().getString("id");
    }
}
