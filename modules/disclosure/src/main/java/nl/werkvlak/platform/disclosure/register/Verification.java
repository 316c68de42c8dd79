package nl.werkvlak.platform.disclosure.register;

import java.time.Instant;
import java.util.List;

/**
 * What was found when the register of a tenant was read from its first entry to its last.
 *
 * @param entries how many there are
 * @param seals how many there are
 * @param anchoredThrough the sequence up to which the anchor vouches; 0 when there is no point
 * @param forgotten how many entries are about somebody whose key was erased
 * @param findings the first hundred, about in the order of the register; none when it is intact
 * @param found how many there are in all
 */
public record Verification(
        Instant verifiedAt,
        long entries,
        long seals,
        long anchoredThrough,
        long forgotten,
        List<Finding> findings,
        long found) {

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return found == 0;
    }

    /**
     * Something that is not as it was written.
     *
     * @param first the sequence of the first entry that it touches
     * @param last the sequence of the last one
     */
    public record Finding(Kind kind, long first, long last) {}

    /** What can be wrong. */
    public enum Kind {
        /** Entries between others, or at the end, are gone. */
        MISSING_ENTRIES,
        /** An entry does not fit its hash, or not on the entry before: it was changed, or moved to another place. */
        CHANGED_ENTRY,
        /** The client or recipient beside an entry is not the one in its hash, or was emptied without an erasure. */
        CHANGED_PERSON,
        /** Entries that no seal closes. */
        UNSEALED_ENTRIES,
        /** Seals are gone. */
        MISSING_SEALS,
        /** A seal does not fit its hash, its entries or the seal before. */
        CHANGED_SEAL,
        /** The place where the register says that it ends is not where it ends. */
        FORGED_HEAD,
        /** The anchor knew these entries otherwise: the history was written again, hashes and all. */
        ANCHOR_DISAGREES,
        /** The anchor knew these entries, and they are gone: the end was cut off, or an older copy was put back. */
        OLDER_THAN_ANCHOR,
        /** These entries are older than an hour and not anchored. */
        NOT_ANCHORED,
        /** What stands in the anchor is not what was written there. */
        ANCHOR_DAMAGED
    }
}
