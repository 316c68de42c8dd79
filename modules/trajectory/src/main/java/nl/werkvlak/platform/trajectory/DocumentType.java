package nl.werkvlak.platform.trajectory;

/** What kind of document lies in a file. Only some kinds may be released at all, one by one (condition K11). */
public enum DocumentType {
    CV(true),
    SOLLICITATIEBRIEF(true),
    DIPLOMA(true),
    TRAJECTPLAN(true),
    EVALUATIE(true),
    /** Names the new employer, and a wage. */
    ARBEIDSCONTRACT(false),
    LOONSTROOK(false),
    /** Shows a BSN and a photograph (UAVG 46). */
    IDENTITEITSBEWIJS(false),
    /** A certificate of conduct speaks of crime (UAVG 31); that it was received is a fact without the document. */
    VOG(false),
    MEDISCH_STUK(false),
    CORRESPONDENTIE(false);

    private final boolean mayBeReleased;

    DocumentType(boolean mayBeReleased) {
        this.mayBeReleased = mayBeReleased;
    }

    public boolean mayBeReleased() {
        return mayBeReleased;
    }
}
