package nl.werkvlak.platform.subjectrights;

/** Who makes a request in the name of a client, and so who has to look at it first (UAVG 5). */
public enum Requester {
    CLIENT,
    /** Who has custody of a minor. */
    PARENT,
    CURATOR,
    MENTOR,
    /** Beschermingsbewindvoerder. */
    PROTECTIVE_ADMINISTRATOR,
    /** Whom the client asked in writing. */
    AUTHORISED;

    /** UAVG 5(1): until this age the representative exercises the rights of the client. */
    private static final int OF_AGE = 16;

    /** @param age of the client on the day of the request, in whole years */
    Handling handling(int age) {
        return switch (this) {
            case CLIENT -> age >= OF_AGE ? Handling.OFFICE : Handling.PRIVACY_OFFICER;
            case PARENT -> age < OF_AGE ? Handling.AUTHORITY_FIRST : Handling.PRIVACY_OFFICER;
            case CURATOR, AUTHORISED -> Handling.AUTHORITY_FIRST;
            // UAVG 5(4)(c): only as far as the matter falls in the regime, and that nobody can tell beforehand.
            case MENTOR, PROTECTIVE_ADMINISTRATOR -> Handling.PRIVACY_OFFICER;
        };
    }

    /** Who may answer. */
    public enum Handling {
        /** The office answers. */
        OFFICE,
        /** The office answers, after it has seen that the requester may ask. */
        AUTHORITY_FIRST,
        /** The privacy officer decides whether, and how far, this requester may ask. */
        PRIVACY_OFFICER
    }
}
