package nl.werkvlak.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.OpenToAll;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/**
 * Every address under which these pages answer. Who may come in, its class says itself, with {@link Requires}, {@link
 * SignedIn} or {@link OpenToAll}; a class that says nothing is shut for all.
 */
public enum Entrance {
    LOGIN("/login", LoginPage.class),
    LOGOUT("/logout", LogoutServlet.class),
    HOME("/home", HomePage.class),
    RUNS("/runs", RunsPage.class),
    RUN("/run", RunPage.class),
    RUN_EVENTS("/run-events", RunEventsServlet.class),
    REPORTS("/reports", ReportsPage.class),
    REPORT_PDF("/report.pdf", ReportPdfServlet.class),
    REPORT_HTML("/report.html", ReportFormServlet.class),
    REPORT_XLSX("/report.xlsx", ReportFormServlet.class),
    ACKNOWLEDGED("/acknowledged", AcknowledgedServlet.class),
    OVERVIEW("/overview", OverviewServlet.class),
    OVERSIGHT("/oversight", OversightPage.class),
    RECEIVED("/received", ReceivedPage.class),
    SIGN_OFF("/sign-off", SignOffPage.class),
    SIGNED("/signed", SignOffServlet.class),
    CONCEPT("/concept", ConceptPage.class),
    CONCEPT_PDF("/concept.pdf", ConceptPdfServlet.class),
    SHOWN("/shown", PreviewServlet.class),
    EXCUSED("/excused", PreviewServlet.class),
    AGREEMENTS("/agreements", AgreementsPage.class),
    AGREED("/agreed", AgreedServlet.class),
    IMPORTS("/imports", ImportsPage.class),
    IMPORT("/import", ImportPage.class),
    IMPORT_EVENTS("/import-events", ImportEventsServlet.class),
    LETTERHEAD("/letterhead", LetterheadPage.class),
    LOGO("/logo.jpg", LogoServlet.class),
    PERMISSIONS("/permissions", PermissionsPage.class);

    private static final List<Entrance> MENU =
            List.of(HOME, RUNS, REPORTS, OVERSIGHT, RECEIVED, SIGN_OFF, AGREEMENTS, IMPORTS, LETTERHEAD, PERMISSIONS);

    private final String path;
    private final Class<?> behind;

    Entrance(String path, Class<?> behind) {
        this.path = path;
        this.behind = behind;
    }

    /** The entrance at a path within this application. */
    static Optional<Entrance> at(String path) {
        return Stream.of(values())
                .filter(entrance -> entrance.path.equals(path))
                .findFirst();
    }

    /** What somebody can choose from, in the order in which it is shown. */
    static List<Entrance> menuOf(Caller caller) {
        return MENU.stream().filter(entrance -> entrance.isFor(caller)).toList();
    }

    /** The form of a report that is given out at a path: what that ends with. */
    static Form formAt(String path) {
        return Form.valueOf(path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }

    public String path() {
        return path;
    }

    /** The address at which a page follows these things; empty for none. */
    String following(Stream<UUID> ids) {
        var named = ids.map(id -> "id=" + id).collect(Collectors.joining("&"));
        return named.isEmpty() ? "" : path.substring(1) + "?" + named;
    }

    /** What in the menu leads here. */
    Entrance inMenuAs() {
        return switch (this) {
            case RUN -> RUNS;
            case IMPORT -> IMPORTS;
            case CONCEPT -> SIGN_OFF;
            default -> this;
        };
    }

    Class<?> behind() {
        return behind;
    }

    /** Nobody has to log in for it. */
    boolean isOpen() {
        return behind.isAnnotationPresent(OpenToAll.class);
    }

    boolean isFor(Caller caller) {
        return behind.isAnnotationPresent(SignedIn.class)
                || permission().filter(caller::may).isPresent();
    }

    Optional<Permission> permission() {
        return Optional.ofNullable(behind.getAnnotation(Requires.class)).map(Requires::value);
    }
}
