package nl.werkvlak.platform.onboarding;

import java.util.Locale;

/**
 * What can be wrong with an export: a code for programs, and for people what to do about it.
 *
 * <p>The advice is a constant. No value of a row ever stands in it, so that a report can be shown, mailed and logged.
 */
enum Fault {
    MISSING_FILE("Voeg dit bestand toe aan de export; zonder regels volstaat de kopregel."),
    DUPLICATE_FILE("Laat dit bestand één keer in de export voorkomen."),
    UNREADABLE_FILE("Dit bestand is niet te lezen; maak de export opnieuw."),
    UNREADABLE_ZIP("De zip is beschadigd of geen zip; maak de export opnieuw."),
    ZIP_TOO_LARGE("De zip bevat te veel of te grote bestanden; lever de export uitgepakt aan."),
    EMPTY_FILE("Dit bestand is leeg; zet er ten minste de kopregel in."),
    WRONG_ENCODING("Bewaar dit bestand als UTF-8; vanaf deze regel is het anders gecodeerd."),
    NUL_BYTE("Verwijder het nul-teken (0x00) uit dit veld."),
    UNCLOSED_QUOTE("Het aanhalingsteken dat op deze regel opent, sluit nergens; sluit of verdubbel het."),
    STRAY_QUOTE("Na een sluitend aanhalingsteken hoort een puntkomma of een regeleinde; verdubbel een aanhalingsteken"
            + " binnen een veld."),
    FIELD_TOO_LARGE("Dit veld is groter dan 100.000 tekens; kort het in."),
    ROW_TOO_LARGE("Deze regel is groter dan 1.000.000 tekens; controleer de regeleinden."),
    MISSING_COLUMN("Voeg deze kolom toe aan de kopregel; leeg laten mag waar de waarde niet verplicht is."),
    DUPLICATE_COLUMN("Laat deze kolom één keer in de kopregel voorkomen."),
    UNKNOWN_COLUMN("Deze kolom hoort niet bij het formaat en is genegeerd."),
    MARKED_TEXT(
            "In deze tekst staat mogelijk iets dat niet in een rapport hoort, over bijvoorbeeld gezondheid of geloof, of een"
                    + " BSN, telefoonnummer of e-mailadres. De tekst is ingelezen en blijft uit rapporten tot een tweede persoon"
                    + " hem vrijgeeft of iemand hem herschrijft."),
    UNKNOWN_FILES("De export bevat ook andere bestanden; die zijn genegeerd."),
    TOO_MANY_FIELDS("Deze regel heeft meer velden dan de kopregel; zet een veld met een puntkomma tussen"
            + " aanhalingstekens."),
    TOO_FEW_FIELDS("Deze regel heeft minder velden dan de kopregel; zet ook voor lege velden een puntkomma."),
    MISSING_VALUE("Vul dit veld; het is verplicht."),
    TOO_LONG("Kort deze waarde in; zij past niet in het veld."),
    UNKNOWN_CODE("Gebruik een van de codes uit de beschrijving van het formaat, in hoofdletters."),
    BAD_DATE("Schrijf een bestaande datum als dd-mm-jjjj."),
    BAD_MOMENT("Schrijf een bestaand moment als dd-mm-jjjj uu:mm."),
    SKIPPED_HOUR("Dit moment bestaat niet: die nacht gaat de klok een uur vooruit. Kies een ander tijdstip."),
    BAD_PERIOD("Schrijf de periode als jjjj-mm."),
    DECIMAL_POINT("Schrijf een decimale komma, en geen punt."),
    BAD_NUMBER("Schrijf een getal in cijfers, zonder scheiding van duizendtallen."),
    TOO_MANY_DECIMALS("Rond af op het aantal decimalen dat de kolom kent (twee)."),
    OUT_OF_RANGE("Dit getal ligt buiten wat de kolom toelaat."),
    BAD_YES_NO("Schrijf ja of nee."),
    BAD_BSN("Controleer het burgerservicenummer: het heeft negen cijfers en voldoet aan de elfproef."),
    BAD_KVK("Schrijf het KvK-nummer als acht cijfers."),
    BAD_COLOUR("Schrijf de huiskleur als # met zes hexadecimale tekens."),
    END_BEFORE_START("Het einde ligt voor het begin; verbeter een van beide."),
    REASON_WITHOUT_END("Bij een reden van einde hoort een einddatum."),
    SCOPE_NOT_ONE("Een grondslag geldt voor een opdracht of voor een traject; vul precies een van beide."),
    BALANCING_INCOMPLETE("Vul bij een belangenafweging zowel de uitkomst als de datum."),
    CONSENT_NOT_APPLICABLE("Gegevens over toestemming horen alleen bij letter f; laat ze hier leeg."),
    CONSENT_INCOMPLETE("Vul bij letter f wanneer en door wie de toestemming is gegeven."),
    DECISION_INCOMPLETE("Vul bij een beslist bezwaar zowel de uitkomst als het moment van het besluit."),
    DUPLICATE_KEY("Deze sleutel staat meer dan één keer in het bestand; geen van die regels wordt overgenomen."),
    UNKNOWN_REFERENCE(
            "Hiernaar wordt verwezen, maar het staat niet in deze export; vul het aan of verbeter het nummer."),
    AMBIGUOUS_NUMBER("Dit nummer komt in deze export bij meer dan één opdrachtgever voor; maak het uniek."),
    CLIENT_OF_OTHER_TENANT("Deze cliënt hoort bij een andere opdrachtgever dan de opdracht; kies de cliënt van de"
            + " opdrachtgever van de opdracht."),
    WRONG_CLIENT("Het traject hoort bij een andere cliënt; verbeter een van beide nummers."),
    CLIENT_ERASED(
            "De gegevens van deze cliënt zijn op verzoek gewist en komen niet terug; haal de regel uit de export."),
    CHANGED_HERE(
            "Dit feit is sinds de vorige import hier gewijzigd en is niet overschreven; leg vast wat nog ontbreekt."),
    REFERS_TO_REFUSED("Deze regel verwijst naar een regel die is geweigerd; herstel eerst die.");

    private final String advice;

    Fault(String advice) {
        this.advice = advice;
    }

    /** Stable and kebab-case. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do about it, in Dutch. */
    String advice() {
        return advice;
    }
}
