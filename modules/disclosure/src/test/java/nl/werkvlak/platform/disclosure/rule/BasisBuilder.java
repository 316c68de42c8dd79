package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import org.jspecify.annotations.Nullable;

/** A legal basis from 2026 on, for every category, that is usable; a test states only what matters to it. */
public final class BasisBuilder {

    private final String number;
    private final Ground ground;
    private boolean personal;
    private Set<Purpose> purposes = EnumSet.of(Purpose.P1, Purpose.P7);
    private Set<DataCategory> categories = EnumSet.allOf(DataCategory.class);
    private LocalDate firstDay = LocalDate.of(2026, 1, 1);
    private @Nullable LocalDate lastDay;
    private LegalBasis.@Nullable Balancing balancing;
    private LegalBasis.@Nullable Consent consent;

    private BasisBuilder(String number, Ground ground, boolean personal) {
        this.number = number;
        this.ground = ground;
        this.personal = personal;
    }

    /** Any ground, for the commission as a whole, with nothing beside it. */
    public static BasisBuilder aBasis(String number, Ground ground) {
        return new BasisBuilder(number, ground, false);
    }

    public static BasisBuilder publicTask(String number) {
        return aBasis(number, Ground.PUBLIC_TASK);
    }

    public static BasisBuilder legalObligation(String number) {
        return aBasis(number, Ground.LEGAL_OBLIGATION).personal(true);
    }

    public static BasisBuilder legitimateInterest(String number) {
        return aBasis(number, Ground.LEGITIMATE_INTEREST).balancedOn("2025-12-20");
    }

    public static BasisBuilder consent(String number) {
        return aBasis(number, Ground.CONSENT).personal(true).withdrawnAt(null);
    }

    public BasisBuilder personal(boolean value) {
        personal = value;
        return this;
    }

    public BasisBuilder forPurposes(Set<Purpose> value) {
        purposes = value;
        return this;
    }

    public BasisBuilder forCategories(Set<DataCategory> value) {
        categories = value;
        return this;
    }

    public BasisBuilder from(String day) {
        firstDay = LocalDate.parse(day);
        return this;
    }

    public BasisBuilder through(@Nullable LocalDate day) {
        lastDay = day;
        return this;
    }

    public BasisBuilder balancedOn(String day) {
        return balancing(new LegalBasis.Balancing(true, Period.startOf(LocalDate.parse(day)), false));
    }

    public BasisBuilder balancing(LegalBasis.@Nullable Balancing value) {
        balancing = value;
        return this;
    }

    public BasisBuilder withdrawnAt(@Nullable String at) {
        return consent(
                new LegalBasis.Consent(Instant.parse("2025-12-31T23:00:00Z"), at == null ? null : Instant.parse(at)));
    }

    public BasisBuilder consent(LegalBasis.@Nullable Consent value) {
        consent = value;
        return this;
    }

    public LegalBasis build() {
        return new LegalBasis(
                number,
                ground,
                personal,
                personal ? FactsBuilder.CLIENT : FactsBuilder.COMMISSION,
                purposes,
                categories,
                Period.ofDays(firstDay, lastDay),
                balancing,
                consent);
    }
}
