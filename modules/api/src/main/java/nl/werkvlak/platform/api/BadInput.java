package nl.werkvlak.platform.api;

import java.util.Map;

/** A request whose shape is wrong: names each field, and never repeats the value that stood there. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> codes;

    /** For each field, the code of what is wrong with it. */
    BadInput(Map<String, String> codes) {
        super("The request has the wrong shape", null, false, false);
        this.codes = Map.copyOf(codes);
    }

    static BadInput of(String field, String code) {
        return new BadInput(Map.of(field, code));
    }

    Map<String, String> codes() {
        return codes;
    }
}
