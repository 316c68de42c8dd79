package nl.werkvlak.platform.legalbasis;

import java.util.Arrays;
import java.util.Optional;

/**
 * A ground for processing (grondslag, regulation art. 7). The letters of the regulation are not those of GDPR 6(1):
 * cite both, so that a reader can check either.
 */
public enum Ground {
    PUBLIC_TASK('a', 'e'),
    LEGAL_OBLIGATION('b', 'c'),
    CONTRACT('c', 'b'),
    LEGITIMATE_INTEREST('d', 'f'),
    VITAL_INTERESTS('e', 'd'),
    CONSENT('f', 'a');

    private final char letter;
    private final char gdprLetter;

    Ground(char letter, char gdprLetter) {
        this.letter = letter;
        this.gdprLetter = gdprLetter;
    }

    /** The letter of regulation article 7, as exports and registers write it. */
    public char letter() {
        return letter;
    }

    /** How the ground is cited in a report and in the disclosure register. */
    public String citation() {
        return "REG 7(%c), AVG 6(1)(%c)".formatted(letter, gdprLetter);
    }

    /** A client may object to processing on this ground (regulation art. 14.1.c, GDPR 21). */
    public boolean allowsObjection() {
        return this == PUBLIC_TASK || this == LEGITIMATE_INTEREST;
    }

    /** What a client provided on this ground can be taken along (regulation art. 15.h, GDPR 20). */
    public boolean allowsPortability() {
        return this == CONTRACT || this == CONSENT;
    }

    /** Nothing for a letter that article 7 does not have. */
    public static Optional<Ground> ofLetter(String letter) {
        return Arrays.stream(values())
                .filter(ground -> letter.length() == 1 && ground.letter == letter.charAt(0))
                .findFirst();
    }
}
