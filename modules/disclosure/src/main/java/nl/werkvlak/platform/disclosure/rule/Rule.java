package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.processingregister.ProcessingRegister;

/**
 * When a tenant may receive a value (regulation art. 4, 5, 6, 7, 9, 12 and 14): a pure function of facts and an instant.
 *
 * <p>Every gate runs, so that the answer names every reason; the gates stand in {@link Case}. The matrix and the register
 * are data of the privacy officer; this is code. It reads no clock and no database.
 */
public final class Rule {

    /** What every report is for: reporting and accountability. */
    static final Purpose PURPOSE = Purpose.P7;

    private final Matrix matrix;
    private final ProcessingRegister register;
    private final MatrixGate matrixGate;
    private final RegisterGate registerGate;

    public Rule(Matrix matrix, ProcessingRegister register) {
        this.matrix = matrix;
        this.register = register;
        this.matrixGate = new MatrixGate(matrix);
        this.registerGate = new RegisterGate(register);
    }

    public Matrix matrix() {
        return matrix;
    }

    public ProcessingRegister register() {
        return register;
    }

    /** Whether a value of this category may leave in this kind of report at this instant, and until when that holds. */
    public Decision decide(DataCategory category, Facts facts, ReportKind report, Instant at) {
        return about(facts).decide(category, report, at);
    }

    /** For more than one question about the same trajectory: what they share is worked out once. */
    public Case about(Facts facts) {
        return new Case(facts, matrixGate, registerGate, register);
    }
}
