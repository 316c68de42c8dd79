package nl.werkvlak.platform.legalbasis;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a legal basis says from its recording on; only its last day may still come closer.
 *
 * <p>An import of earlier may have brought what {@link LegalBases#record} refuses, and that can be read as well: the rule does not
 * use it.
 *
 * @param number what the office calls it; it says nothing about a person
 * @param client the one client that it covers
 * @param commission the commission of which it covers every client; exactly one of the two is there
 * @param lastDay its last day counts; absent for one without a foreseen end
 * @param evidence where it can be looked up: a letter, a law, a form
 * @param consent for a consent, and for nothing else
 */
public record BasisTerms(
        String number,
        @Nullable UUID client,
        @Nullable UUID commission,
        Ground ground,
        Set<Purpose> purposes,
        Set<DataCategory> categories,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String evidence,
        @Nullable ConsentGiven consent) {

    /**
     * An entry of the consent ledger (regulation art. 14.3, GDPR 7).
     *
     * @param text the version of the text that was consented to; unknown for what was imported
     */
    public record ConsentGiven(@Nullable String text, LocalDate givenOn, ConsentBy by) {}
}
