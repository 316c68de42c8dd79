package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.RetentionOverride;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.subjectrights.Objection.Outcome;
import nl.werkvlak.platform.subjectrights.Restriction;
import nl.werkvlak.platform.trajectory.CommissionFacts;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import nl.werkvlak.platform.trajectory.FileDocument;
import nl.werkvlak.platform.trajectory.Product;
import nl.werkvlak.platform.trajectory.SpecialGround;
import nl.werkvlak.platform.trajectory.StatutoryRequest;
import nl.werkvlak.platform.trajectory.TrajectoryFacts;
import org.jspecify.annotations.Nullable;

/** A trajectory that is valid in every respect during 2026; a test states only what matters to it. */
public final class FactsBuilder {

    public static final UUID CLIENT = UUID.fromString("00000000-0000-0000-0000-00000000c11e");
    public static final UUID COMMISSION = UUID.fromString("00000000-0000-0000-0000-00000000c033");
    private static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-000000007a1e");

    private final RecipientKind recipient;
    private final List<LegalBasis> bases = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<CommissionTerms> laterTerms = new ArrayList<>();
    private final List<FileDocument> documents = new ArrayList<>();
    private final List<StatutoryRequest> requests = new ArrayList<>();
    private final List<RetentionOverride> retentionOverrides = new ArrayList<>();
    private final Map<UUID, Period> capacityStatements = new LinkedHashMap<>();
    private final Set<UUID> informedPlacements = new HashSet<>();
    private Set<DataCategory> scope = EnumSet.allOf(DataCategory.class);
    private Product product = Product.SPOOR_2;
    private boolean sicknessRelated = true;
    private @Nullable SpecialGround specialGround = SpecialGround.H1;
    private @Nullable Instant secrecySignedAt = Instant.parse("2026-01-02T09:00:00Z");
    private @Nullable Instant conceptShownAt = Instant.parse("2026-01-02T09:00:00Z");
    private @Nullable Instant conceptExcusedAt;
    private LocalDate birthDate = LocalDate.of(1980, 5, 5);
    private @Nullable LocalDate endedOn;
    private boolean isWithoutBasis;

    private FactsBuilder(RecipientKind recipient) {
        this.recipient = recipient;
        capacityStatedOver(Period.ofDays(LocalDate.of(2026, 1, 2), null));
    }

    /** Without bases of its own it has the usual one: a public task for UWV and municipality, else a balanced interest. */
    public static FactsBuilder aTrajectoryFor(RecipientKind recipient) {
        return new FactsBuilder(recipient);
    }

    public FactsBuilder on(BasisBuilder... own) {
        for (var basis : own) {
            bases.add(basis.build());
        }
        return this;
    }

    public FactsBuilder withObjection(String receivedAt) {
        objections.add(new Objection(CLIENT, Set.of(), Instant.parse(receivedAt), null, null));
        return this;
    }

    public FactsBuilder withObjection(String receivedAt, String decidedAt, Outcome outcome) {
        objections.add(new Objection(
                CLIENT, Set.of(Purpose.P7), Instant.parse(receivedAt), Instant.parse(decidedAt), outcome));
        return this;
    }

    public FactsBuilder with(Objection objection) {
        objections.add(objection);
        return this;
    }

    public FactsBuilder withRestriction(String imposedAt, @Nullable String liftedAt) {
        var period = new Period(Instant.parse(imposedAt), liftedAt == null ? null : Instant.parse(liftedAt));
        return with(new Restriction(CLIENT, Set.of(), period, Set.of()));
    }

    public FactsBuilder with(Restriction restriction) {
        restrictions.add(restriction);
        return this;
    }

    public FactsBuilder capacityStatedOver(Period... periods) {
        capacityStatements.clear();
        for (var number = 0; number < periods.length; number++) {
            capacityStatements.put(statement(number), periods[number]);
        }
        return this;
    }

    /** The id of a statement of a doctor, by its place among those that were stated. */
    public static UUID statement(int number) {
        return new UUID(3, number);
    }

    /** The client was told that the name of this new employer is shown. */
    public FactsBuilder informedOf(UUID placement) {
        informedPlacements.add(placement);
        return this;
    }

    public FactsBuilder scope(Set<DataCategory> categories) {
        scope = categories;
        return this;
    }

    public FactsBuilder product(Product value) {
        product = value;
        return this;
    }

    public FactsBuilder sicknessRelated(boolean value) {
        sicknessRelated = value;
        return this;
    }

    public FactsBuilder specialGround(@Nullable SpecialGround value) {
        specialGround = value;
        return this;
    }

    public FactsBuilder secrecySignedAt(@Nullable Instant value) {
        secrecySignedAt = value;
        return this;
    }

    public FactsBuilder conceptShownAt(@Nullable Instant value) {
        conceptShownAt = value;
        return this;
    }

    public FactsBuilder conceptExcusedAt(@Nullable Instant value) {
        conceptExcusedAt = value;
        return this;
    }

    public FactsBuilder with(CommissionTerms later) {
        laterTerms.add(later);
        return this;
    }

    public FactsBuilder with(FileDocument document) {
        documents.add(document);
        return this;
    }

    public FactsBuilder with(StatutoryRequest request) {
        requests.add(request);
        return this;
    }

    public FactsBuilder with(RetentionOverride override) {
        retentionOverrides.add(override);
        return this;
    }

    public FactsBuilder bornOn(LocalDate day) {
        birthDate = day;
        return this;
    }

    public FactsBuilder endedOn(@Nullable LocalDate day) {
        endedOn = day;
        return this;
    }

    /** Not even the usual one. */
    public FactsBuilder withoutBasis() {
        isWithoutBasis = true;
        return this;
    }

    public Facts build() {
        var own = bases.isEmpty() && !isWithoutBasis ? List.of(usualBasis().build()) : List.copyOf(bases);
        return factsOn(own);
    }

    /** Exactly the bases that were stated, also when there are none. */
    public Facts withoutUsualBasis() {
        return factsOn(List.copyOf(bases));
    }

    private BasisBuilder usualBasis() {
        return recipient.isPublicBody() ? BasisBuilder.publicTask("A") : BasisBuilder.legitimateInterest("D");
    }

    private Facts factsOn(List<LegalBasis> own) {
        var terms = new ArrayList<>(laterTerms);
        terms.add(new CommissionTerms(Instant.MIN, scope, sicknessRelated, specialGround, secrecySignedAt));
        return new Facts(
                new CommissionFacts(COMMISSION, recipient, product, terms),
                new TrajectoryFacts(
                        TRAJECTORY,
                        CLIENT,
                        birthDate,
                        endedOn,
                        conceptShownAt,
                        conceptExcusedAt,
                        Collections.unmodifiableMap(new LinkedHashMap<>(capacityStatements)),
                        List.copyOf(documents),
                        Set.copyOf(informedPlacements)),
                own,
                List.copyOf(objections),
                List.copyOf(restrictions),
                List.copyOf(requests),
                List.copyOf(retentionOverrides));
    }
}
