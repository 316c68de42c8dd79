package nl.werkvlak.platform.security;

import static nl.werkvlak.platform.security.Role.ADMINISTRATOR;
import static nl.werkvlak.platform.security.Role.COACH;
import static nl.werkvlak.platform.security.Role.PRIVACY_OFFICER;
import static nl.werkvlak.platform.security.Role.TENANT_PORTAL;
import static nl.werkvlak.platform.security.Role.TENANT_USER;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what: the whole table, to be read by the privacy officer.
 *
 * <p>What is not written here, nobody may. A permission says nothing about which rows: the tenant of who asks bounds
 * those.
 */
public enum Permission {
    REPORT_PULL("report:pull", "Rapporten van de eigen organisatie inzien en ophalen", TENANT_PORTAL, TENANT_USER),
    REPORT_READ("report:read", "Rapporten van alle opdrachtgevers inzien, als toezicht", PRIVACY_OFFICER),
    RUN_READ("run:read", "De voortgang en de uitkomst van rapportageruns inzien", ADMINISTRATOR, PRIVACY_OFFICER),
    RUN_START("run:start", "Een rapportagerun starten, pauzeren, hervatten en annuleren", ADMINISTRATOR),
    IMPORT_READ("import:read", "Het verslag van een import inzien", ADMINISTRATOR, PRIVACY_OFFICER),
    IMPORT_WRITE("import:write", "Een export importeren", ADMINISTRATOR),
    ACCOUNT_WRITE(
            "account:write", "Accounts en koppelingen maken, stoppen en van een nieuw geheim voorzien", ADMINISTRATOR),
    LETTERHEAD_WRITE(
            "letterhead:write", "De kleur en het logo in rapporten per opdrachtgever vastleggen", ADMINISTRATOR),
    SIGN_OFF_WRITE("sign-off:write", "Een periode van een eigen traject accorderen", COACH),
    CONCEPT_READ(
            "concept:read",
            "Het concept van een rapport over een eigen traject inzien, en wat er wordt ingehouden",
            COACH),
    CONCEPT_SHOW(
            "concept:show",
            "Vastleggen dat het concept van een eigen traject aan de cliënt is getoond, of waarom niet",
            COACH),
    AGREEMENT_WRITE(
            "agreement:write", "Afspraken van een eigen traject vastleggen, en dat ze zijn gedaan of vervallen", COACH),
    REPORT_PREVIEW_READ(
            "report-preview:read",
            "Zien wat een run zou maken, laten wachten en inhouden, en waarom",
            ADMINISTRATOR,
            PRIVACY_OFFICER),
    MATRIX_READ("matrix:read", "De versies van de verstrekkingsmatrix inzien", ADMINISTRATOR, PRIVACY_OFFICER),
    MATRIX_PROPOSE("matrix:propose", "Een versie van de verstrekkingsmatrix voorstellen", PRIVACY_OFFICER),
    MATRIX_APPROVE(
            "matrix:approve", "Een voorstel van een ander voor de verstrekkingsmatrix goedkeuren", PRIVACY_OFFICER),
    REGISTER_READ(
            "register:read", "Het verwerkingsregister en de bewaartermijnen inzien", ADMINISTRATOR, PRIVACY_OFFICER),
    REGISTER_WRITE("register:write", "Het verwerkingsregister en de bewaartermijnen bijhouden", PRIVACY_OFFICER),
    COMMISSION_READ("commission:read", "De afspraken per opdracht inzien", ADMINISTRATOR, PRIVACY_OFFICER),
    COMMISSION_WRITE("commission:write", "De afspraken per opdracht vastleggen", PRIVACY_OFFICER),
    DECISION_READ(
            "decision:read", "Zien waarom een gegeven wel of niet vertrekt, en wat er ontbreekt", PRIVACY_OFFICER),
    LEGAL_BASIS_READ("legal-basis:read", "Grondslagen en hun geschiedenis inzien", PRIVACY_OFFICER),
    LEGAL_BASIS_WRITE("legal-basis:write", "Grondslagen vastleggen, beëindigen, afwegen en intrekken", PRIVACY_OFFICER),
    OBJECTION_READ("objection:read", "Bezwaren en hun geschiedenis inzien", PRIVACY_OFFICER),
    OBJECTION_WRITE("objection:write", "Bezwaren vastleggen en erop beslissen", PRIVACY_OFFICER),
    RESTRICTION_READ("restriction:read", "Beperkingen en hun geschiedenis inzien", PRIVACY_OFFICER),
    RESTRICTION_WRITE("restriction:write", "Beperkingen opleggen en opheffen", PRIVACY_OFFICER),
    REQUEST_ASSESS(
            "request:assess", "Zien wat een verzoek van een betrokkene vraagt, en voor wanneer", PRIVACY_OFFICER),
    CONCEPT_PREVIEW_READ("concept-preview:read", "Inzages van concepten en hun geschiedenis inzien", PRIVACY_OFFICER),
    CONCEPT_PREVIEW_WRITE(
            "concept-preview:write", "Vastleggen dat een concept is getoond, of waarom niet", PRIVACY_OFFICER),
    STATUTORY_REQUEST_READ("statutory-request:read", "Wettelijke verzoeken inzien", PRIVACY_OFFICER),
    STATUTORY_REQUEST_WRITE("statutory-request:write", "Wettelijke verzoeken vastleggen", PRIVACY_OFFICER),
    DOCUMENT_READ(
            "document:read", "Documenten in dossiers en hun geschiedenis inzien, niet wat erin staat", PRIVACY_OFFICER),
    DOCUMENT_WRITE(
            "document:write",
            "Documenten in dossiers vastleggen en laten nakijken, en de vrijgave door de coach vastleggen",
            PRIVACY_OFFICER),
    SMALLEST_CELL_READ(
            "smallest-cell:read", "De minimale celgrootte per opdrachtgever inzien", ADMINISTRATOR, PRIVACY_OFFICER),
    SMALLEST_CELL_WRITE("smallest-cell:write", "De minimale celgrootte per opdrachtgever vastleggen", PRIVACY_OFFICER),
    MAIL_ADDRESS_READ(
            "mail-address:read", "Inzien waar een opdrachtgever per mail hoort dat er iets klaarstaat", ADMINISTRATOR),
    MAIL_ADDRESS_WRITE(
            "mail-address:write",
            "Vastleggen waar een opdrachtgever per mail hoort dat er iets klaarstaat",
            ADMINISTRATOR),
    TEXT_CHECK("text:check", "Een tekst laten nakijken tijdens het schrijven", COACH, PRIVACY_OFFICER),
    TEXT_REVIEW(
            "text:review",
            "Gemarkeerde teksten inzien, vrijgeven (niet van een eigen traject) en herschrijven",
            COACH,
            PRIVACY_OFFICER),
    DISCLOSURE_READ("disclosure:read", "Het verstrekkingenregister inzien en controleren", PRIVACY_OFFICER),
    PERMISSION_READ("permission:read", "Deze tabel inzien", ADMINISTRATOR, PRIVACY_OFFICER);

    private final String code;
    private final String explanation;
    // Never changed after the constructor, and never handed out.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    Permission(String code, String explanation, Role first, Role... others) {
        this.code = code;
        this.explanation = explanation;
        this.roles = EnumSet.of(first, others);
    }

    /** As Shiro knows it: thing, colon, verb. */
    public String code() {
        return code;
    }

    /** What it allows, in Dutch, for the page on which the privacy officer reads the table. */
    public String explanation() {
        return explanation;
    }

    public boolean isFor(Role role) {
        return roles.contains(role);
    }

    static Set<String> codesFor(Role role) {
        return Stream.of(values())
                .filter(permission -> permission.isFor(role))
                .map(Permission::code)
                .collect(Collectors.toSet());
    }
}
