package nl.werkvlak.platform.api;

import java.util.List;
import nl.werkvlak.platform.disclosure.register.InclusionProof;

/** Shows that an entry is under its seal (RFC 6962, section 2.1.1); all hashes are SHA-256 in hexadecimal. */
public record DisclosureProof(
        long sequence,
        String leaf,
        long position,
        long size,
        List<String> path,
        String root,
        long seal,
        String sealHash) {

    static DisclosureProof of(InclusionProof proof) {
        return new DisclosureProof(
                proof.sequence(),
                proof.leaf(),
                proof.position(),
                proof.size(),
                proof.path(),
                proof.root(),
                proof.seal(),
                proof.sealHash());
    }
}
