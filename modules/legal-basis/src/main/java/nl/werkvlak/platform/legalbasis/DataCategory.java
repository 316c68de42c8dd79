package nl.werkvlak.platform.legalbasis;

/**
 * A category of personal data (gegevenscategorie, regulation art. 6). Every column and every element of a report
 * carries exactly one; what carries none cannot be rendered.
 */
public enum DataCategory {
    IDENT("Identificatie", "identification"),
    CONTACT("Contactgegevens", "contact data"),
    BSN("Burgerservicenummer", "citizen service number"),
    EMPLOY("Dienstverband", "employment"),
    EDU("Opleiding", "education"),
    EXP("Werkervaring", "work experience"),
    PREF("Voorkeur voor werk", "work preference"),
    PLAN("Trajectplan", "plan"),
    GOAL("Doelen", "goals"),
    ACT("Activiteiten en contactmomenten", "activities and contacts"),
    ATTEND("Aanwezigheid", "attendance"),
    PROGRESS("Voortgang", "progress"),
    STRENGTH("Sterke punten en verbeterpunten", "strengths and improvement points"),
    CAPACITY("Belastbaarheid", "functional capacity"),
    HEALTH("Gezondheid", "health"),
    SPECIAL("Overige bijzondere persoonsgegevens", "other special categories"),
    INCOME("Inkomen en uitkering", "income and benefit"),
    CRIMINAL("Strafrechtelijke gegevens", "criminal data"),
    DOC("Documenten", "documents"),
    NOTE("Interne werknotities", "internal notes"),
    RESULT("Plaatsing en resultaat", "placement and result"),
    HOURS("Uren en kosten", "hours and costs");

    private final String dutch;
    private final String english;

    DataCategory(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** As the privacy officer reads it. */
    public String dutch() {
        return dutch;
    }

    public String english() {
        return english;
    }
}
