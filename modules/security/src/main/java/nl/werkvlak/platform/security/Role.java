package nl.werkvlak.platform.security;

/** What somebody, or some machine, is to the platform. */
public enum Role {
    /** Guides clients, and signs off what is reported about them (coach). */
    COACH(Kind.PERSON, false),
    /** Watches over the processing of personal data, and keeps its facts (functionaris gegevensbescherming). */
    PRIVACY_OFFICER(Kind.EITHER, false),
    /** Keeps the platform running: imports, runs and accounts. */
    ADMINISTRATOR(Kind.EITHER, false),
    /** The HR system of a tenant. */
    TENANT_PORTAL(Kind.MACHINE, true),
    /** Somebody who works for a tenant. */
    TENANT_USER(Kind.PERSON, true);

    private enum Kind {
        PERSON,
        MACHINE,
        EITHER
    }

    private final Kind kind;
    private final boolean ofTenant;

    Role(Kind kind, boolean ofTenant) {
        this.kind = kind;
        this.ofTenant = ofTenant;
    }

    /** Whoever has this role works for exactly one tenant, and sees nothing of another. */
    public boolean isOfTenant() {
        return ofTenant;
    }

    /** An account, with which a person logs in, can have this role. */
    public boolean suitsPerson() {
        return kind != Kind.MACHINE;
    }

    /** A client, with which a machine asks for a token, can have this role. */
    public boolean suitsMachine() {
        return kind != Kind.PERSON;
    }
}
