package nl.werkvlak.platform.api;

import nl.werkvlak.platform.disclosure.register.Verification;

/** Something in a disclosure register that is not as it was written, and which entries it touches. */
public record DisclosureFinding(Verification.Kind kind, long firstSequence, long lastSequence, String explanation) {

    static DisclosureFinding of(Verification.Finding finding, Language language) {
        return new DisclosureFinding(
                finding.kind(),
                finding.first(),
                finding.last(),
                language.words("finding." + finding.kind(), finding.kind().name()));
    }
}
