package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import nl.werkvlak.platform.disclosure.register.Verification;

/**
 * What was found when the register of a tenant was read from its first entry to its last.
 *
 * @param anchoredThrough the sequence up to which the anchor vouches
 * @param forgotten how many entries are about somebody who was erased
 * @param found how many findings there are in all; the first hundred are told
 */
public record DisclosureVerification(
        boolean intact,
        Instant verifiedAt,
        long entries,
        long seals,
        long anchoredThrough,
        long forgotten,
        long found,
        List<DisclosureFinding> findings) {

    static DisclosureVerification of(Verification verification, Language language) {
        return new DisclosureVerification(
                verification.isIntact(),
                verification.verifiedAt(),
                verification.entries(),
                verification.seals(),
                verification.anchoredThrough(),
                verification.forgotten(),
                verification.found(),
                verification.findings().stream()
                        .map(finding -> DisclosureFinding.of(finding, language))
                        .toList());
    }
}
