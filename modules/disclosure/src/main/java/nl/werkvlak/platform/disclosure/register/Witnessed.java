package nl.werkvlak.platform.disclosure.register;

import java.util.Iterator;
import nl.werkvlak.platform.disclosure.register.Anchor.Point;
import nl.werkvlak.platform.disclosure.register.Verification.Kind;
import org.jspecify.annotations.Nullable;

/** Holds seals against the points of the anchor, both in their order. */
final class Witnessed {

    private final Iterator<Point> points;
    private final Findings findings;
    private @Nullable Point next;
    private @Nullable Point lastAgreed;
    private @Nullable Point lastDisputed;
    private long lastSequence;

    Witnessed(Iterator<Point> points, Findings findings) {
        this.points = points;
        this.findings = findings;
        advance();
    }

    /** The next seal, as it stands in the database. */
    void see(Seal seal) {
        while (next != null && next.seal() <= seal.number()) {
            if (next.seal() == seal.number()) {
                if (next.hash().equals(seal.hash().hex()) && next.sequence() == seal.last()) {
                    tellDispute();
                    lastAgreed = next;
                } else {
                    lastDisputed = next;
                }
            }
            advance();
        }
    }

    /** There are no more seals, and the last entry is this one. */
    void end(long lastEntry) {
        tellDispute();
        while (next != null) {
            advance();
        }
        if (lastSequence > lastEntry) {
            findings.add(Kind.OLDER_THAN_ANCHOR, lastEntry + 1, lastSequence);
        }
    }

    private void tellDispute() {
        if (lastDisputed != null) {
            var first = lastAgreed == null ? 1 : lastAgreed.sequence() + 1;
            findings.add(Kind.ANCHOR_DISAGREES, first, Math.max(first, lastDisputed.sequence()));
            lastDisputed = null;
        }
    }

    private void advance() {
        try {
            next = points.hasNext() ? points.next() : null;
            if (next != null) {
                lastSequence = Math.max(lastSequence, next.sequence());
            }
        } catch (AnchorDamaged e) {
            findings.add(Kind.ANCHOR_DAMAGED, lastSequence + 1, lastSequence + 1);
            next = null;
        }
    }
}
