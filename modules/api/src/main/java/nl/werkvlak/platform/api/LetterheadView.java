package nl.werkvlak.platform.api;

import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.tenancy.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * How the reports of a tenant show whose they are.
 *
 * @param brandColour absent where it is Werkvlak's own
 * @param hasLogo or else the tenant's name stands in that place
 */
public record LetterheadView(
        @NoPersonalData @Nullable String brandColour,
        @NoPersonalData boolean hasLogo) {

    static LetterheadView of(Letterhead letterhead) {
        return new LetterheadView(letterhead.brandColour(), letterhead.logo() != null);
    }
}
