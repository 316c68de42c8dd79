package nl.werkvlak.platform.api;

import java.util.Locale;
import nl.werkvlak.platform.legalbasis.Ground;

/** A letter of regulation article 7, as people know the grounds. */
public enum Letter {
    A,
    B,
    C,
    D,
    E,
    F;

    static Letter of(Ground ground) {
        return valueOf(String.valueOf(ground.letter()).toUpperCase(Locale.ROOT));
    }

    Ground ground() {
        return Ground.ofLetter(toString()).orElseThrow();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
