package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** From here on a file cannot be read: its structure, and not one of its values, is at fault. */
final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final @Nullable Long line;

    BrokenFile(Fault fault, @Nullable Long line) {
        super(fault.code());
        this.fault = fault;
        this.line = line;
    }

    Fault fault() {
        return fault;
    }

    @Nullable
    Long line() {
        return line;
    }
}
