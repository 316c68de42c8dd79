package nl.werkvlak.platform.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.legalbasis.BasisTerms;
import nl.werkvlak.platform.legalbasis.BasisTerms.ConsentGiven;
import nl.werkvlak.platform.legalbasis.ConsentBy;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import org.jspecify.annotations.Nullable;

/** A legal basis to be recorded; those of a consent are there exactly for letter f. */
public record RecordBasis(
        String number,
        @Nullable UUID client,
        @Nullable UUID commission,
        Letter letter,
        List<Purpose> purposes,
        List<DataCategory> categories,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String evidence,
        @Nullable String consentText,
        @Nullable LocalDate consentGivenOn,
        @Nullable ConsentBy consentGivenBy,
        String reason) {

    BasisTerms toTerms() {
        return new BasisTerms(
                number,
                client,
                commission,
                letter.ground(),
                Set.copyOf(purposes),
                Set.copyOf(categories),
                firstDay,
                lastDay,
                evidence,
                consent());
    }

    private @Nullable ConsentGiven consent() {
        if (consentText == null && consentGivenOn == null && consentGivenBy == null) {
            return null;
        }
        return new ConsentGiven(
                Query.required("consentText", consentText),
                Query.required("consentGivenOn", consentGivenOn),
                Query.required("consentGivenBy", consentGivenBy));
    }
}
