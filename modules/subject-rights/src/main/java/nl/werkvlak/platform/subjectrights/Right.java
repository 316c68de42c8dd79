package nl.werkvlak.platform.subjectrights;

/** What a client may ask of Werkvlak about the own data (regulation art. 14 and 15.h, GDPR 15-21). */
public enum Right {
    /** Inzage (GDPR 15). */
    ACCESS,
    /** Verbetering of aanvulling (GDPR 16). */
    RECTIFICATION,
    /** Wissing (GDPR 17). */
    ERASURE,
    /** Beperking (GDPR 18). */
    RESTRICTION,
    /** Overdraagbaarheid (GDPR 20). */
    PORTABILITY,
    /** Bezwaar (GDPR 21). */
    OBJECTION
}
