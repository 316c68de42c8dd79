package nl.werkvlak.platform.disclosure;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.rule.Condition;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.disclosure.rule.Reason;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Narrowing;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.trajectory.TextClearances;
import org.jspecify.annotations.Nullable;

/**
 * What may leave about one trajectory, in one kind of report, at one instant. Only the gate makes one, and only
 * through one can a document be turned into what the recipient may read.
 */
public final class Release {

    private final UUID trajectory;
    private final UUID client;
    private final RecipientKind recipient;
    private final ReportKind report;
    private final Map<DataCategory, Decision> decisions;
    private final Pieces pieces;

    private Release(
            UUID trajectory,
            UUID client,
            RecipientKind recipient,
            ReportKind report,
            Map<DataCategory, Decision> decisions,
            Pieces pieces) {
        this.trajectory = trajectory;
        this.client = client;
        this.recipient = recipient;
        this.report = report;
        this.decisions = new EnumMap<>(decisions);
        this.pieces = pieces;
    }

    static Release of(Facts facts, ReportKind report, Map<DataCategory, Decision> decisions, Instant at) {
        return new Release(
                facts.trajectory().id(),
                facts.trajectory().client(),
                facts.recipient(),
                report,
                decisions,
                Pieces.of(facts, decisions, at));
    }

    /** The same, with everything taken out that a later decision on the same facts does not permit as well. */
    Release and(Release later) {
        var both = new EnumMap<DataCategory, Decision>(DataCategory.class);
        decisions.forEach((category, decision) -> {
            var last = later.decisions.get(category);
            if (last != null) {
                both.put(category, both(decision, last));
            }
        });
        return new Release(trajectory, client, recipient, report, both, pieces.and(later.pieces));
    }

    private static Decision both(Decision first, Decision last) {
        var reasons = EnumSet.noneOf(Reason.class);
        reasons.addAll(first.reasons());
        reasons.addAll(last.reasons());
        var conditions = EnumSet.noneOf(Condition.class);
        conditions.addAll(first.conditions());
        conditions.addAll(last.conditions());
        // The one condition that shows more, and does so only when it stands in both.
        if (!first.conditions().contains(Condition.K12)) {
            conditions.remove(Condition.K12);
        }
        if (!last.conditions().contains(Condition.K12)) {
            conditions.remove(Condition.K12);
        }
        return new Decision(
                reasons,
                last.bases(),
                first.projection().narrowest(last.projection()),
                conditions,
                last.validThrough());
    }

    public UUID trajectory() {
        return trajectory;
    }

    public UUID client() {
        return client;
    }

    /** The decision on every category, for coach and privacy officer; never for a tenant. */
    public Map<DataCategory, Decision> decisions() {
        return Map.copyOf(decisions);
    }

    public Set<DataCategory> permitted() {
        var permitted = EnumSet.noneOf(DataCategory.class);
        for (var category : decisions.keySet()) {
            if (permits(category)) {
                permitted.add(category);
            }
        }
        return permitted;
    }

    public boolean permits(DataCategory category) {
        var decision = decisions.get(category);
        return decision != null && decision.isPermitted();
    }

    /** This person counts in an aggregate over the category. */
    public boolean mayCount(DataCategory category) {
        var decision = decisions.get(category);
        return decision != null && decision.mayCount();
    }

    /** The numbers of the bases that carry this release, for the disclosure register. */
    public Set<String> bases() {
        var numbers = new TreeSet<String>();
        decisions.values().stream()
                .filter(Decision::mayCount)
                .flatMap(decision -> decision.bases().stream())
                .map(LegalBasis::number)
                .forEach(numbers::add);
        return numbers;
    }

    /** The earliest instant at which time alone changes one of the answers; null when it never does. */
    public @Nullable Instant validThrough() {
        return Stream.concat(decisions.values().stream().map(Decision::validThrough), Stream.ofNullable(pieces.until()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * The document with every part emptied that was not released. A part that says of no category what it carries
     * stops the document. So is a free text with a mark.
     *
     * @throws IllegalStateException when a part has no category
     */
    public <D extends Record> Released<D> project(D document) {
        return project(document, TextClearances.none());
    }

    /** The same, but for the marked texts that a second person released. */
    public <D extends Record> Released<D> project(D document, TextClearances cleared) {
        var texts = new TextStop(trajectory, cleared);
        return new Released<>(Projector.project(document, this::shows, texts::lets), texts.held());
    }

    /** The part may be shown. */
    boolean shows(Carries part) {
        var decision = decisions.get(part.value());
        return decision != null
                && decision.isPermitted()
                && decision.projection().reaches(part.atLeast())
                && shows(decision, part.narrowing());
    }

    private boolean shows(Decision decision, Narrowing narrowing) {
        return switch (narrowing) {
            case NONE -> true;
            case NAME -> report != ReportKind.INVOICE;
            case PUBLIC_BODIES_ONLY -> recipient.isPublicBody() && report != ReportKind.INVOICE;
            case EMPLOYERS_ONLY -> recipient.isEmployer();
            case NEW_EMPLOYER -> decision.conditions().contains(Condition.K12);
            case BEYOND_SEARCH_PROFILE -> !decision.conditions().contains(Condition.K18);
            case AMOUNT -> !decision.conditions().contains(Condition.K20);
        };
    }

    /**
     * Which statements (K3), documents (K11) and placements with their employer's name (K12) may be shown of a category;
     * none of one that is withheld.
     */
    public Set<UUID> pieces(DataCategory category) {
        return pieces.of(category);
    }

    /** Which parts of a category are shown, as far as its projection reaches; none of one that is withheld. */
    public Set<Narrowing> shown(DataCategory category) {
        var decision = decisions.get(category);
        return decision == null || !decision.isPermitted()
                ? Set.of()
                : Arrays.stream(Narrowing.values())
                        .filter(narrowing -> shows(decision, narrowing))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Narrowing.class)));
    }
}
