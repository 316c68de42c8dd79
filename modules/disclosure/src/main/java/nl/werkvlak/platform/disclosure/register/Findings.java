package nl.werkvlak.platform.disclosure.register;

import java.util.ArrayList;
import java.util.List;
import nl.werkvlak.platform.disclosure.register.Verification.Finding;
import nl.werkvlak.platform.disclosure.register.Verification.Kind;

/** Collects what is found; neighbours of one kind are told as one, and only the first hundred are kept. */
final class Findings {

    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Kind kind, long first, long last) {
        var previous = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (previous != null && previous.kind() == kind && previous.last() + 1 == first && count == kept.size()) {
            kept.set(kept.size() - 1, new Finding(kind, previous.first(), last));
            return;
        }
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Finding(kind, first, last));
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long count() {
        return count;
    }
}
