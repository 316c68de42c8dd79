package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.Column.mayReferTo;
import static nl.werkvlak.platform.onboarding.Column.optional;
import static nl.werkvlak.platform.onboarding.Column.refersTo;
import static nl.werkvlak.platform.onboarding.Column.required;
import static nl.werkvlak.platform.onboarding.Form.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of an export, parents before the files that refer to them, with what each column means. */
enum ExportFile {
    TENANTS(FileSpec.of("opdrachtgevers.csv", "tenant")
            .columns(
                    required("code", text(20), "code"),
                    required("naam", text(120), "name"),
                    required(
                            "soort",
                            code(Map.of(
                                    "WERKGEVER", "EMPLOYER",
                                    "UWV", "UWV",
                                    "GEMEENTE", "MUNICIPALITY",
                                    "VERZEKERAAR", "INSURER")),
                            "kind"),
                    optional("kvk", kvk(), "kvk"),
                    optional("huiskleur", colour(), "brand_colour"),
                    optional("contact_naam", text(120), "contact_name"),
                    optional("contact_email", text(254), "contact_email"))
            .key("code")
            .namedBy("code")),
    COACHES(FileSpec.of("coaches.csv", "coach")
            .columns(
                    required("code", text(20), "code"),
                    required("naam", text(120), "name"),
                    required("email", email(254), "email"),
                    optional("geheimhouding_getekend", day(), "secrecy_signed_on"),
                    optional("telefoon", text(30), "phone").mayLack(),
                    optional("waarnemer", text(120), "deputy").mayLack())
            .key("email")
            .namedBy("code")),
    COMMISSIONS(FileSpec.of("opdrachten.csv", "commission")
            .columns(
                    required("nummer", text(40), "number"),
                    refersTo("opdrachtgever", TENANTS),
                    required("ontvangersoort", code("E1", "E2", "U", "G", "V"), "recipient_kind"),
                    required("product", product(), "product"),
                    required("ingang", day(), "first_day"),
                    optional("einde", day(), "last_day"),
                    required("categorieen", categories(), "data_scope"),
                    required("ziektegerelateerd", yesNo(), "sickness_related"),
                    optional("bijzondere_grond", code("H1", "H2"), "special_ground"),
                    optional("geheimhouding_getekend", day(), "secrecy_signed_on"),
                    optional("uren_budget", decimal("99999999.99"), "hours_budget"),
                    optional("uurtarief", decimal("99999999.99"), "hourly_rate"),
                    optional("perceel", text(40), "lot").mayLack())
            .key("nummer")
            .namedBy("nummer")
            .versioned()
            .rule(Rule.inOrder("ingang", "einde"))),
    CLIENTS(FileSpec.of("clienten.csv", "client")
            .columns(
                    required("clientnr", text(40), "number"),
                    refersTo("opdrachtgever", TENANTS),
                    required("achternaam", text(120), "last_name"),
                    required("voornaam", text(120), "first_name"),
                    required("geboortedatum", day(), "birth_date"),
                    optional("bsn", bsn(), "bsn").sealedIn("client"),
                    optional("adres", sealed(1024), "address").sealedIn("client"),
                    optional("postcode", sealed(255), "postcode").sealedIn("client"),
                    optional("plaats", sealed(1024), "city").sealedIn("client"),
                    optional("telefoon", sealed(255), "phone").sealedIn("client"),
                    optional("email", sealed(1024), "email").sealedIn("client"),
                    optional("vertegenwoordiger", text(120), "representative"))
            .key("clientnr")
            .namedBy("clientnr")
            .versioned()),
    TRAJECTORIES(FileSpec.of("trajecten.csv", "trajectory")
            .columns(
                    required("trajectnr", text(40), "number"),
                    // The commission first: it says of which tenant the client is.
                    refersTo("opdracht", COMMISSIONS),
                    refersTo("clientnr", CLIENTS),
                    refersTo("coach", COACHES),
                    required("product", product(), "product"),
                    required("start", day(), "started_on"),
                    optional("gepland_einde", day(), "planned_end"),
                    optional("einde", day(), "ended_on"),
                    optional(
                            "reden_einde",
                            code("PLAATSING", "EINDE_OPDRACHT", "NIET_HAALBAAR", "VERHUISD"),
                            "end_reason"),
                    optional("functie", text(200), "job_title"),
                    optional("contracturen", decimal("168"), "contract_hours"),
                    optional("eerste_ziektedag", day(), "first_sick_day"),
                    optional("hoofddoel", text(500), "main_goal"),
                    optional("opleiding", text(500), "education"),
                    optional("werkervaring", text(500), "experience"),
                    optional("voorkeur", text(500), "preference"),
                    optional("personeelsnr", text(40), "staff_number").mayLack(),
                    optional(
                                    "wettelijk_kader",
                                    code(
                                            "WVP_SPOOR_1",
                                            "WVP_SPOOR_2",
                                            "ZIEKTEWET",
                                            "WIA",
                                            "WGA",
                                            "WAJONG",
                                            "PARTICIPATIEWET"),
                                    "legal_frame")
                            .mayLack(),
                    optional("fase", code("INTAKE", "ORIENTATIE", "VERSTERKING", "BEMIDDELING", "NAZORG"), "phase")
                            .mayLack(),
                    optional("aanmelding", day(), "registered_on").mayLack(),
                    optional("intake", day(), "intake_on").mayLack(),
                    optional("eerst_gepland_einde", day(), "first_planned_end").mayLack(),
                    optional("tevredenheid_gevraagd", day(), "satisfaction_asked_on")
                            .mayLack())
            .key("trajectnr")
            .namedBy("trajectnr")
            .stores(Link.COMMISSION, Link.CLIENT, Link.COACH)
            .versioned()
            .rule(Rule.inOrder("start", "einde"))
            .rule(Rule.inOrder("start", "gepland_einde"))
            .rule(Rule.needs("reden_einde", "einde", Fault.REASON_WITHOUT_END))),
    GOALS(FileSpec.recorded("doelen.csv", "goal")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("volgnr", whole(0, Integer.MAX_VALUE), "position"),
                    required("omschrijving", text(500), "description"),
                    optional("termijn", day(), "due"),
                    required("status", code("OPEN", "BEHAALD", "NIET_BEHAALD"), "status"),
                    optional("toelichting", text(500), "note").mayLack())
            .key("volgnr")),
    AGREEMENTS(FileSpec.recorded("afspraken.csv", "agreement")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("volgnr", whole(0, Integer.MAX_VALUE), "number"),
                    required("afgesproken_op", day(), "agreed_on"),
                    required("actie", text(500), "action"),
                    required("wie", code("CLIENT", "COACH", "OPDRACHTGEVER", "WERKGEVER"), "actor"),
                    optional("uiterlijk", day(), "due"),
                    optional("gedaan_op", day(), "done_on"),
                    optional("vervallen_op", day(), "dropped_on"))
            .key("volgnr")
            .datedBy("afgesproken_op")
            .fact()
            .mayLack()
            .rule(Rule.inOrder("afgesproken_op", "uiterlijk"))
            .rule(Rule.inOrder("afgesproken_op", "gedaan_op"))
            .rule(Rule.inOrder("afgesproken_op", "vervallen_op"))
            .rule(Rule.atMostOne("gedaan_op", "vervallen_op", Fault.DONE_AND_DROPPED))),
    CONTACTS(FileSpec.recorded("contactmomenten.csv", "contact_moment")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("moment", moment(), "held_at"),
                    required("soort", code("GESPREK", "TELEFONISCH", "VIDEO", "DRIEGESPREK", "WERKPLEKBEZOEK"), "kind"),
                    required("minuten", whole(0, 1440), "minutes"),
                    required("aanwezigheid", code("AANWEZIG", "AFGEMELD", "NIET_VERSCHENEN"), "attendance"),
                    optional("onderwerp", text(200), "subject"))
            .key("moment", "soort")
            .datedBy("moment")),
    APPLICATIONS(FileSpec.recorded("sollicitaties.csv", "job_application")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("datum", day(), "applied_on"),
                    required("functie", text(200), "job"),
                    required("soort", code("VACATURE", "OPEN", "NETWERK", "UITZENDBUREAU"), "kind"),
                    required("reactie", code("GEEN", "GESPREK", "AFGEWEZEN", "AANGENOMEN"), "response"))
            .key("datum", "functie")
            .mayRepeat()
            .datedBy("datum")
            .mayLack()),
    PROGRESS(FileSpec.recorded("voortgang.csv", "progress")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("peildatum", day(), "measured_on"),
                    required("stand", code("OP_SCHEMA", "VERTRAAGD", "BIJSTELLEN"), "status"),
                    optional("participatieladder", whole(1, 6), "ladder"),
                    optional("cijfer", whole(1, 10), "score"),
                    optional("toelichting", text(2000), "explanation"),
                    optional("prognose", text(2000), "prognosis"),
                    optional("verwachting", code("HAALBAAR", "ONZEKER", "NIET_HAALBAAR"), "outlook")
                            .mayLack(),
                    optional("knelpunten", text(2000), "obstacles").mayLack(),
                    optional("advies", text(2000), "advice").mayLack(),
                    optional("hervatte_uren", decimal("168"), "resumed_hours").mayLack(),
                    optional("loonwaarde", decimal("100"), "wage_value").mayLack())
            .key("peildatum")
            .datedBy("peildatum")),
    CAPACITY(FileSpec.recorded("belastbaarheid.csv", "capacity_statement")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("rubriek", sealed(512), "rubric").sealedIn("capacity_statement"),
                    required("beperking", sealed(4096), "limitation").sealedIn("capacity_statement"),
                    required("bron_rol", code("BEDRIJFSARTS", "VERZEKERINGSARTS", "ARBEIDSDESKUNDIGE"), "source_role"),
                    required("bron_datum", day(), "source_date"),
                    optional("geldig_tot", day(), "valid_through"),
                    required("bron_document", sealed(512), "source_document").sealedIn("capacity_statement"))
            .key("bron_document", "rubriek", "beperking")
            .mayRepeat()
            .rule(Rule.inOrder("bron_datum", "geldig_tot"))),
    PLACEMENTS(FileSpec.recorded("plaatsingen.csv", "placement")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("datum", day(), "started_on"),
                    required(
                            "contract",
                            code(
                                    "BEPAALDE_TIJD",
                                    "ONBEPAALDE_TIJD",
                                    "PROEFPLAATSING",
                                    "UITZEND",
                                    "WERKERVARINGSPLAATS",
                                    "STAGE"),
                            "contract"),
                    required("uren_per_week", decimal("168"), "hours_per_week"),
                    optional("duur_maanden", whole(0, 1200), "months"),
                    required("werkgever", text(200), "employer"),
                    required("client_geinformeerd", yesNo(), "client_informed"))
            .key("datum")
            .datedBy("datum")),
    STRENGTHS(FileSpec.recorded("sterke_punten.csv", "strength")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("soort", code("STERK", "VERBETER"), "kind"),
                    required("omschrijving", text(500), "description"))
            .key("soort", "omschrijving")
            .mayRepeat()),
    NOTES(FileSpec.recorded("interne_notities.csv", "internal_note")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("moment", moment(), "written_at"),
                    refersTo("coach", COACHES),
                    required("tekst", sealed(65_535), "text").sealedIn("internal_note"))
            .key("moment", "coach")
            .mayRepeat()
            .stores(Link.TRAJECTORY, Link.COACH)
            .datedBy("moment")),
    HOURS(FileSpec.recorded("uren.csv", "hours_worked")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("datum", day(), "worked_on"),
                    required("uren", decimal("24"), "hours"),
                    required("soort", code("BEGELEIDING", "VOORBEREIDING", "REISTIJD", "RAPPORTAGE"), "kind"))
            .key("datum", "soort")
            .mayRepeat()
            .datedBy("datum")),
    PREVIEWS(FileSpec.recorded("inzage_concept.csv", "concept_preview")
            .columns(
                    refersTo("trajectnr", TRAJECTORIES),
                    required("periode", month(), "period"),
                    required("getoond_op", moment(), "shown_at"),
                    optional("reactie", text(500), "reaction"))
            .key("periode")
            .datedBy("getoond_op")
            .fact()),
    LEGAL_BASES(FileSpec.of("grondslagen.csv", "legal_basis")
            .columns(
                    required("nummer", text(60), "number"),
                    mayReferTo("opdracht", COMMISSIONS),
                    mayReferTo("trajectnr", TRAJECTORIES),
                    required("letter", code("a", "b", "c", "d", "e", "f"), "letter"),
                    required("doelen", purposes(), "purposes"),
                    required("categorieen", categories(), "categories"),
                    required("ingang", day(), "first_day"),
                    optional("einde", day(), "last_day"),
                    required("bewijs", text(500), "evidence"),
                    optional(
                            "belangenafweging",
                            code(Map.of("VOORDEEL", "FAVOUR", "NADEEL", "AGAINST")),
                            "balancing_outcome"),
                    optional("belangenafweging_datum", day(), "balanced_on"),
                    optional("toestemming_op", day(), "consent_on"),
                    optional(
                            "toestemming_door",
                            code(Map.of("CLIENT", "CLIENT", "VERTEGENWOORDIGER", "REPRESENTATIVE")),
                            "consent_by"),
                    optional("ingetrokken_op", moment(), "withdrawn_at"))
            .key("nummer")
            .stores(Link.COMMISSION, Link.CLIENT)
            .fact()
            .rule(Rule.inOrder("ingang", "einde"))
            .rule(Rule.exactlyOne("opdracht", "trajectnr", Fault.SCOPE_NOT_ONE))
            .rule(Rule.together("belangenafweging", "belangenafweging_datum", Fault.BALANCING_INCOMPLETE))
            .rule(Rule.CONSENT)
            .rule(Rule.WITHDRAWAL)),
    OBJECTIONS(FileSpec.of("bezwaren.csv", "objection")
            .columns(
                    // The trajectory first: it says of which tenant the client is.
                    mayReferTo("trajectnr", TRAJECTORIES),
                    refersTo("clientnr", CLIENTS),
                    optional("doelen", orAll(purposes()), "purposes"),
                    required("ontvangen_op", moment(), "received_at"),
                    optional("besloten_op", moment(), "decided_at"),
                    optional("uitkomst", code(Map.of("GEGROND", "UPHELD", "ONGEGROND", "OVERRIDDEN")), "outcome"))
            .within(Link.CLIENT, Link.TRAJECTORY)
            .key("ontvangen_op")
            .mayRepeat()
            .stores(Link.CLIENT, Link.TRAJECTORY)
            .fact()
            .rule(Rule.inOrder("ontvangen_op", "besloten_op"))
            .rule(Rule.together("besloten_op", "uitkomst", Fault.DECISION_INCOMPLETE))),
    RESTRICTIONS(FileSpec.of("beperkingen.csv", "restriction")
            .columns(
                    mayReferTo("trajectnr", TRAJECTORIES),
                    refersTo("clientnr", CLIENTS),
                    optional("categorieen", orAll(categories()), "categories"),
                    required("vanaf", moment(), "imposed_at"),
                    optional("opgeheven_op", moment(), "lifted_at"),
                    required(
                            "grond",
                            code("VERZOEK_TOT_VERBETERING", "BEZWAAR", "NIET_MEER_NODIG", "ONRECHTMATIG"),
                            "ground"))
            .within(Link.CLIENT, Link.TRAJECTORY)
            .key("vanaf")
            .mayRepeat()
            .stores(Link.CLIENT, Link.TRAJECTORY)
            .fact()
            .rule(Rule.inOrder("vanaf", "opgeheven_op")));

    /** What is written in one transaction: who there is, what coaches recorded, and what may be done with it. */
    static final List<List<ExportFile>> GROUPS = List.of(
            List.of(TENANTS, COACHES, COMMISSIONS),
            List.of(CLIENTS, TRAJECTORIES),
            List.of(
                    GOALS,
                    AGREEMENTS,
                    CONTACTS,
                    APPLICATIONS,
                    PROGRESS,
                    CAPACITY,
                    PLACEMENTS,
                    STRENGTHS,
                    NOTES,
                    HOURS,
                    PREVIEWS),
            List.of(LEGAL_BASES, OBJECTIONS, RESTRICTIONS));

    @SuppressWarnings("ImmutableEnumChecker") // complete once the constant is made, and never changed after it
    private final FileSpec spec;

    ExportFile(FileSpec spec) {
        this.spec = spec;
    }

    /** The file that is called so, however its capitals fall. */
    static Optional<ExportFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName().equalsIgnoreCase(fileName))
                .findFirst();
    }

    FileSpec spec() {
        return spec;
    }

    String fileName() {
        return spec.fileName();
    }

    /** Coaches and tenants stand above the tenants; every other row is of one. */
    boolean isOfTenant() {
        return this != TENANTS && this != COACHES;
    }

    /** A row that is missing from here could let data out that a client, or an ended basis, holds back. */
    boolean protects() {
        return this == LEGAL_BASES || this == OBJECTIONS || this == RESTRICTIONS;
    }
}
