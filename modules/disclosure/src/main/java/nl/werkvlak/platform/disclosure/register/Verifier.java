package nl.werkvlak.platform.disclosure.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.register.Anchor.Point;
import nl.werkvlak.platform.disclosure.register.Verification.Kind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Reads a register from its first entry to its last, in pages: entries, seals and points of the anchor side by side, so
 * that what is in memory does not grow with the register.
 *
 * <p>It goes on after what it finds, by the hashes as they stand, so that each place that was tampered with is told by
 * itself. The connection has to see one moment: a transaction that repeats what it reads.
 */
final class Verifier {

    private static final Duration TIME_TO_ANCHOR = Duration.ofHours(1);

    private final RegisterStore store;
    private final TenantId tenant;
    private final Instant now;
    private final Findings findings = new Findings();
    private final Persons persons;
    private final Witnessed witnessed;
    private final long anchoredThrough;

    private Iterator<KeptEntry> page = List.<KeptEntry>of().iterator();
    private @Nullable KeptEntry next;
    private long read;
    private long entries;
    private long lastEntry;
    private boolean notAnchored;
    private long expected = 1;
    /** The hash of the entry before; null after a gap, when nobody can tell it. */
    private @Nullable Hash before = Hash.BEFORE_THE_FIRST;

    Verifier(
            Connection connection,
            Vault vault,
            TenantId tenant,
            Stream<Point> points,
            long anchoredThrough,
            Instant now) {
        this.store = new RegisterStore(connection, tenant);
        this.tenant = tenant;
        this.now = now;
        this.persons = new Persons(connection, vault, tenant, findings);
        this.witnessed = new Witnessed(points.iterator(), findings);
        this.anchoredThrough = anchoredThrough;
    }

    Verification verify() throws SQLException {
        var head = store.head().orElse(Head.OF_AN_EMPTY_REGISTER);
        advance();
        var seals = 0L;
        var last = Head.OF_AN_EMPTY_REGISTER;
        for (var some = store.sealsAfter(0); !some.isEmpty(); some = store.sealsAfter(last.seal())) {
            for (var seal : some) {
                last = check(seal, last);
                witnessed.see(seal);
                seals++;
            }
        }
        var unsealed = expected;
        while (next != null) {
            take(next, false);
        }
        if (expected > unsealed) {
            findings.add(Kind.UNSEALED_ENTRIES, unsealed, expected - 1);
        }
        checkEnd(head, last);
        persons.checkNameless();
        return new Verification(
                now, entries, seals, anchoredThrough, persons.forgotten(), findings.kept(), findings.count());
    }

    /** Reads the entries of a seal, and holds the seal against them and against the seal before. */
    private Head check(Seal seal, Head last) throws SQLException {
        if (seal.number() != last.seal() + 1) {
            findings.add(Kind.MISSING_SEALS, last.sequence() + 1, Math.max(last.sequence() + 1, seal.first() - 1));
        }
        var tree = new MerkleTree();
        var leaves = 0L;
        Hash lastHash = null;
        while (next != null && next.sequence() <= seal.last()) {
            var entry = next;
            take(entry, true);
            if (entry.sequence() >= seal.first() && entry.hash() != null) {
                tree.add(entry.hash());
                leaves++;
                lastHash = entry.sequence() == seal.last() ? entry.hash() : null;
            }
        }
        missing(seal.last() + 1);
        var isWhole = leaves == seal.last() - seal.first() + 1 && lastHash != null;
        var fits = seal.first() == last.sequence() + 1
                && (!isWhole || tree.root().equals(seal.root()))
                && (lastHash == null
                        || Canonical.seal(tenant, seal, lastHash, last.sealHash())
                                .equals(seal.hash()));
        if (seal.number() == last.seal() + 1 && !fits) {
            findings.add(Kind.CHANGED_SEAL, seal.first(), seal.last());
        }
        return new Head(seal.number(), seal.hash(), seal.last(), lastHash == null ? Hash.BEFORE_THE_FIRST : lastHash);
    }

    private void take(KeptEntry entry, boolean isSealed) throws SQLException {
        missing(entry.sequence());
        var fits = entry.hash() == null
                ? !isSealed
                : before == null || Canonical.entry(tenant, entry, before).equals(entry.hash());
        if (!fits) {
            findings.add(Kind.CHANGED_ENTRY, entry.sequence(), entry.sequence());
        }
        if (entry.sequence() == anchoredThrough + 1 && entry.at().isBefore(now.minus(TIME_TO_ANCHOR))) {
            notAnchored = true;
        }
        before = entry.hash();
        expected = entry.sequence() + 1;
        lastEntry = entry.sequence();
        entries++;
        advance();
    }

    /** Whatever was expected before this sequence is not there. */
    private void missing(long sequence) {
        if (sequence > expected) {
            findings.add(Kind.MISSING_ENTRIES, expected, sequence - 1);
            before = null;
            expected = sequence;
        }
    }

    private void checkEnd(Head head, Head last) {
        missing(head.sequence() + 1);
        if (head.seal() != last.seal()
                || !head.sealHash().equals(last.sealHash())
                || head.sequence() != last.sequence()) {
            findings.add(Kind.FORGED_HEAD, head.sequence(), head.sequence());
        }
        witnessed.end(lastEntry);
        if (notAnchored) {
            findings.add(Kind.NOT_ANCHORED, anchoredThrough + 1, lastEntry);
        }
    }

    private void advance() throws SQLException {
        if (!page.hasNext()) {
            var some = store.entriesAfter(read);
            persons.check(some);
            page = some.iterator();
        }
        next = page.hasNext() ? page.next() : null;
        if (next != null) {
            read = next.sequence();
        }
    }
}
