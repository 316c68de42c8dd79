package nl.werkvlak.platform.onboarding;

/** What a row belongs to, besides its tenant. */
enum Link {
    COMMISSION("commission_id"),
    CLIENT("client_id"),
    TRAJECTORY("trajectory_id"),
    COACH("coach_id");

    private final String column;

    Link(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
