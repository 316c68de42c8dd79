package nl.werkvlak.platform.disclosure.rule;

/** Why a value does not leave, in the order of the gates; for coach and privacy officer, never for a tenant. */
public enum Reason {
    UNKNOWN_CELL(1),
    MATRIX_N1(1),
    MATRIX_N2(1),
    MATRIX_N3(1),
    MATRIX_N4(1),
    MATRIX_N5(1),
    MATRIX_N6(1),
    MATRIX_N7(1),
    AGGREGATE_ONLY(1),
    NOT_IN_COMMISSION_SCOPE(2),
    NOT_IN_REGISTER(3),
    NO_LEGAL_BASIS(4),
    BASIS_NOT_YET_IN_FORCE(4),
    BASIS_EXPIRED(4),
    CONSENT_WITHDRAWN(4),
    BASIS_NOT_ELIGIBLE(4),
    BALANCING_TEST_MISSING(4),
    OBJECTION_PENDING(4),
    OBJECTION_UPHELD(4),
    SPECIAL_GROUND_MISSING(5),
    PROCESSING_RESTRICTED(6),
    RETENTION_EXPIRED(7),
    CONDITION_K2(8),
    CONDITION_K3(8),
    CONDITION_K4(8),
    CONDITION_K5(8),
    CONDITION_K7(8),
    CONDITION_K8(8),
    CONDITION_K11(8),
    CONDITION_K14(8),
    CONDITION_K17(8),
    CONDITION_K19(8);

    private final int gate;

    Reason(int gate) {
        this.gate = gate;
    }

    /** The gate that gives it, 1 to 8. */
    public int gate() {
        return gate;
    }
}
