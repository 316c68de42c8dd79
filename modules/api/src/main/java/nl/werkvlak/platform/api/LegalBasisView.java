package nl.werkvlak.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.ConsentBy;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecordedBasis;
import nl.werkvlak.platform.legalbasis.RecordedBasis.BalancingTest;
import nl.werkvlak.platform.tenancy.Known;
import org.jspecify.annotations.Nullable;

/**
 * A legal basis in one state, with who made it so, when and why.
 *
 * @param knownUntil when the next state took its place; absent for the state that holds now
 */
public record LegalBasisView(
        UUID id,
        String number,
        @Nullable UUID client,
        @Nullable UUID commission,
        Letter letter,
        List<Purpose> purposes,
        List<DataCategory> categories,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Instant endedAt,
        String evidence,
        BalancingTest.@Nullable Outcome balancingOutcome,
        @Nullable LocalDate balancingDecidedOn,
        @Nullable Boolean childWeighed,
        @Nullable String consentText,
        @Nullable LocalDate consentGivenOn,
        @Nullable ConsentBy consentGivenBy,
        @Nullable Instant withdrawnAt,
        @Nullable ConsentBy withdrawnBy,
        String changedBy,
        Instant knownFrom,
        @Nullable Instant knownUntil,
        String reason) {

    static LegalBasisView of(Known<RecordedBasis> known) {
        var basis = known.fact();
        var terms = basis.terms();
        var balancing = basis.balancing();
        var consent = terms.consent();
        var withdrawal = basis.withdrawal();
        return new LegalBasisView(
                basis.id(),
                terms.number(),
                terms.client(),
                terms.commission(),
                Letter.of(terms.ground()),
                terms.purposes().stream().sorted().toList(),
                terms.categories().stream().sorted().toList(),
                terms.firstDay(),
                terms.lastDay(),
                basis.endedAt(),
                terms.evidence(),
                balancing == null ? null : balancing.outcome(),
                balancing == null ? null : balancing.decidedOn(),
                balancing == null ? null : balancing.childWeighed(),
                consent == null ? null : consent.text(),
                consent == null ? null : consent.givenOn(),
                consent == null ? null : consent.by(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.by(),
                known.change().by(),
                known.change().at(),
                known.until(),
                known.change().reason());
    }
}
