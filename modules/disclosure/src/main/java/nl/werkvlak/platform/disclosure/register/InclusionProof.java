package nl.werkvlak.platform.disclosure.register;

import java.util.List;

/**
 * Shows that an entry is under its seal, without showing the other entries (RFC 6962, section 2.1.1). All hashes are in
 * hexadecimal.
 *
 * @param leaf the hash of the entry
 * @param position of the entry among those of the seal, from 0
 * @param size how many entries the seal closes
 * @param path the hashes that lead from the leaf to the root, the lowest first
 * @param sealHash what the anchor knows this seal by
 */
public record InclusionProof(
        long sequence,
        String leaf,
        long position,
        long size,
        List<String> path,
        String root,
        long seal,
        String sealHash) {

    public InclusionProof {
        path = List.copyOf(path);
    }
}
