package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.werkvlak.platform.disclosure.rule.Evidence.Kind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.subjectrights.Objection;
import nl.werkvlak.platform.trajectory.CommissionTerms;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a decision rests on. What a single fact puts in the way it does not work out by itself: it asks the rule,
 * with that fact alone.
 */
final class EvidenceReader {

    private final Rule rule;
    private final DataCategory category;
    private final Facts facts;
    private final ReportKind report;
    private final Instant at;
    private final Set<Reason> reasons;
    private final List<Evidence> all = new ArrayList<>();

    EvidenceReader(Rule rule, DataCategory category, Facts facts, ReportKind report, Instant at) {
        this.rule = rule;
        this.category = category;
        this.facts = facts;
        this.report = report;
        this.at = at;
        this.reasons = rule.decide(category, facts, report, at).reasons();
    }

    List<Evidence> all() {
        matrix();
        terms();
        register();
        bases();
        objections();
        specialGround();
        restrictions();
        retention();
        conditions();
        return all;
    }

    private void matrix() {
        var cell = rule.matrix().cell(category, facts.recipient(), report, at).orElse(null);
        if (cell != null) {
            var codes = new ArrayList<String>();
            codes.add(cell.verdict().name());
            cell.conditions().forEach(condition -> codes.add(condition.name()));
            cell.denials().forEach(denial -> codes.add(denial.name().replace("MATRIX_", "")));
            add(Kind.MATRIX_CELL, rule.matrix().version(at), null, null, String.join(" ", codes), ofGate(1));
        }
    }

    private void terms() {
        var terms = facts.commission().termsAt(at);
        add(
                Kind.COMMISSION_TERMS,
                facts.commission().id().toString(),
                since(terms),
                null,
                terms.dataScope().stream().map(Enum::name).collect(Collectors.joining(" ")),
                ofGate(2));
    }

    private void register() {
        for (var entry : rule.register().entries()) {
            if (entry.purposes().contains(Rule.PURPOSE)
                    && entry.categories().contains(category)
                    && entry.recipients().contains(facts.recipient())) {
                add(
                        Kind.REGISTER_ENTRY,
                        entry.id(),
                        entry.period(),
                        entry.version(),
                        entry.period().holds(at) ? Set.of() : ofGate(3));
            }
        }
    }

    private void bases() {
        for (var basis : facts.bases()) {
            if (basis.covers(Rule.PURPOSE, category)) {
                var alone = EnumSet.noneOf(Reason.class);
                alone.addAll(rule.decide(category, with(basis), report, at).reasons());
                alone.removeIf(reason -> reason.gate() != Kind.LEGAL_BASIS.gate());
                add(Kind.LEGAL_BASIS, basis.number(), basis.period(), said(basis), alone);
            }
        }
    }

    private Facts with(LegalBasis basis) {
        return new Facts(
                facts.commission(),
                facts.trajectory(),
                List.of(basis),
                facts.objections(),
                facts.restrictions(),
                facts.statutoryRequests(),
                facts.retentionOverrides());
    }

    private static String said(LegalBasis basis) {
        var said = new ArrayList<String>();
        said.add(basis.ground().citation());
        said.add(basis.personal() ? "client" : "commission");
        var balancing = basis.balancing();
        if (balancing != null) {
            said.add((balancing.inFavour() ? "balanced in favour " : "balanced against ")
                    + Period.dayOf(balancing.decidedAt()));
        }
        var consent = basis.consent();
        if (consent != null) {
            said.add("given " + Period.dayOf(consent.givenAt()));
            if (consent.withdrawnAt() != null) {
                said.add("withdrawn " + consent.withdrawnAt());
            }
        }
        return String.join("; ", said);
    }

    private void objections() {
        for (var objection : facts.objections()) {
            if (objection.concerns(Rule.PURPOSE)) {
                var stops = EnumSet.noneOf(Reason.class);
                if (objection.isPending(at)) {
                    stops.add(Reason.OBJECTION_PENDING);
                }
                if (objection.isUpheld(at)) {
                    stops.add(Reason.OBJECTION_UPHELD);
                }
                add(
                        Kind.OBJECTION,
                        objection.receivedAt().toString(),
                        objection.receivedAt(),
                        objection.outcome() == Objection.Outcome.OVERRIDDEN ? objection.decidedAt() : null,
                        objection.outcome() == null ? "UNDECIDED" : objection.outcome() + " " + objection.decidedAt(),
                        stops);
            }
        }
    }

    private void specialGround() {
        if (category == DataCategory.CAPACITY) {
            var ground = facts.commission().termsAt(at).specialGround();
            add(
                    Kind.SPECIAL_GROUND,
                    facts.commission().id().toString(),
                    since(facts.commission().termsAt(at)),
                    null,
                    ground == null ? "-" : ground.name(),
                    ofGate(5));
        }
    }

    private void restrictions() {
        for (var restriction : facts.restrictions()) {
            if (restriction.concerns(Rule.PURPOSE, category)) {
                add(
                        Kind.RESTRICTION,
                        restriction.period().from().toString(),
                        restriction.period(),
                        restriction.categories().isEmpty() ? "*" : category.name(),
                        restriction.period().holds(at) ? EnumSet.of(Reason.PROCESSING_RESTRICTED) : Set.of());
            }
        }
    }

    private void retention() {
        var ended = facts.trajectory().endedOn();
        add(
                Kind.RETENTION,
                category.name(),
                null,
                new RetentionGate(rule.register(), facts).endAt(category, at),
                ended == null ? "-" : "ended " + ended,
                ofGate(7));
    }

    private void conditions() {
        var listed = rule.matrix()
                .cell(category, facts.recipient(), report, at)
                .map(Cell::conditions)
                .orElse(Set.of());
        var trajectory = facts.trajectory();
        var terms = facts.commission().termsAt(at);
        for (var condition : new TreeSet<>(listed)) {
            switch (condition) {
                case K2 -> {
                    var excused = trajectory.conceptShownAt() == null;
                    add(
                            Kind.CONCEPT_PREVIEW,
                            trajectory.id().toString(),
                            excused ? trajectory.conceptExcusedAt() : trajectory.conceptShownAt(),
                            null,
                            trajectory.conceptShownAt() != null
                                    ? "SHOWN"
                                    : trajectory.conceptExcusedAt() != null ? "REASON_RECORDED" : "-",
                            among(Reason.CONDITION_K2));
                }
                case K3 ->
                    trajectory
                            .capacityStatements()
                            .forEach((statement, period) -> add(
                                    Kind.CAPACITY_STATEMENT,
                                    statement.toString(),
                                    period,
                                    "-",
                                    period.holds(at) ? Set.of() : among(Reason.CONDITION_K3)));
                case K4 ->
                    add(
                            Kind.SECRECY_AGREEMENT,
                            facts.commission().id().toString(),
                            terms.secrecySignedAt(),
                            null,
                            terms.secrecySignedAt() == null ? "-" : "SIGNED",
                            among(Reason.CONDITION_K4));
                case K11 ->
                    trajectory
                            .documents()
                            .forEach(document -> add(
                                    Kind.DOCUMENT,
                                    document.id().toString(),
                                    document.releasedAt(),
                                    null,
                                    document.type() + " " + (document.outcome() == null ? "-" : document.outcome()),
                                    document.mayLeave(at) ? Set.of() : among(Reason.CONDITION_K11)));
                case K14 ->
                    facts.statutoryRequests()
                            .forEach(request -> add(
                                    Kind.STATUTORY_REQUEST,
                                    request.reference(),
                                    request.receivedAt(),
                                    null,
                                    request.categories().stream()
                                            .map(Enum::name)
                                            .collect(Collectors.joining(" ")),
                                    request.covers(category, at) ? Set.of() : among(Reason.CONDITION_K14)));
                case K17 ->
                    add(
                            Kind.PRODUCT,
                            facts.commission().id().toString(),
                            null,
                            null,
                            facts.commission().product().name(),
                            among(Reason.CONDITION_K17));
                case K19 ->
                    add(
                            Kind.SICKNESS,
                            facts.commission().id().toString(),
                            since(terms),
                            null,
                            terms.isSicknessRelated() ? "YES" : "NO",
                            among(Reason.CONDITION_K19));
                case K1, K5, K6, K7, K8, K9, K10, K12, K13, K15, K16, K18, K20 -> {
                    // K1 is gate 2, K7 a basis of gate 4, K5 and K8 rest on no fact; the others narrow what is shown.
                }
            }
        }
    }

    private Set<Reason> ofGate(int gate) {
        var found = EnumSet.noneOf(Reason.class);
        reasons.stream().filter(reason -> reason.gate() == gate).forEach(found::add);
        return found;
    }

    /** The reason, if the whole decision has it. */
    private Set<Reason> among(Reason possible) {
        return reasons.contains(possible) ? EnumSet.of(possible) : Set.of();
    }

    private static @Nullable Instant since(CommissionTerms terms) {
        return terms.inForceFrom().equals(Instant.MIN) ? null : terms.inForceFrom();
    }

    private void add(Kind kind, String reference, Period period, String value, Set<Reason> stops) {
        add(kind, reference, period.from(), period.until(), value, stops);
    }

    private void add(
            Kind kind,
            String reference,
            @Nullable Instant from,
            @Nullable Instant until,
            String value,
            Set<Reason> stops) {
        all.add(new Evidence(kind, reference, from, until, value, stops));
    }
}
