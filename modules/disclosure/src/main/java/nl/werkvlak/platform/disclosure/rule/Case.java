package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.ProcessingRegister;
import nl.werkvlak.platform.trajectory.SpecialGround;

/** One trajectory before the rule: its facts, and the eight gates in their order. */
public final class Case {

    private final Facts facts;
    private final RecipientKind recipient;
    private final MatrixGate matrix;
    private final RegisterGate register;
    private final BasisGate bases;
    private final RetentionGate retention;
    private final ConditionGate conditions;
    private final List<Instant> termsChanges;
    private final List<Instant> restrictionChanges;

    Case(Facts facts, MatrixGate matrix, RegisterGate register, ProcessingRegister retention) {
        this.facts = facts;
        this.recipient = facts.recipient();
        this.matrix = matrix;
        this.register = register;
        this.bases = new BasisGate(facts);
        this.retention = new RetentionGate(retention, facts);
        this.conditions = new ConditionGate(facts, bases);
        var terms = new Changes();
        facts.commission().terms().forEach(each -> terms.add(each.inForceFrom()));
        this.termsChanges = terms.toList();
        var restrictions = new Changes();
        facts.restrictions().forEach(restriction -> restrictions.add(restriction.period()));
        this.restrictionChanges = restrictions.toList();
    }

    /** Whether a value of this category may leave in this kind of report at this instant, and until when that holds. */
    public Decision decide(DataCategory category, ReportKind report, Instant at) {
        var horizon = new Horizon(at);
        var reasons = EnumSet.noneOf(Reason.class);

        var cell = horizon.ask(when -> matrix.at(category, recipient, report, when), matrix.changes());
        reasons.addAll(cell.reasons());

        var wantsScope = cell.conditions().contains(Condition.K1);
        if (wantsScope && !horizon.ask(when -> isInScope(category, when), termsChanges)) {
            reasons.add(Reason.NOT_IN_COMMISSION_SCOPE);
        }

        var declared = register.declared(category, recipient);
        if (!horizon.ask(declared::holds, declared.changes())) {
            reasons.add(Reason.NOT_IN_REGISTER);
        }

        var basis = horizon.ask(when -> bases.at(category, when), bases.changes());
        reasons.addAll(basis.reasons());

        if (category == DataCategory.CAPACITY && !horizon.ask(this::hasSpecialGround, termsChanges)) {
            reasons.add(Reason.SPECIAL_GROUND_MISSING);
        }

        if (horizon.ask(when -> isRestricted(category, when), restrictionChanges)) {
            reasons.add(Reason.PROCESSING_RESTRICTED);
        }

        if (horizon.ask(when -> retention.isOver(category, when), retention.changes(category))) {
            reasons.add(Reason.RETENTION_EXPIRED);
        }

        reasons.addAll(horizon.ask(when -> conditions.unmet(cell.conditions(), category, when), conditions.changes()));

        return new Decision(reasons, basis.usable(), cell.projection(), cell.conditions(), horizon.end());
    }

    private boolean isInScope(DataCategory category, Instant at) {
        return facts.commission().termsAt(at).dataScope().contains(category);
    }

    private boolean hasSpecialGround(Instant at) {
        var ground = facts.commission().termsAt(at).specialGround();
        return ground == SpecialGround.H1 || (ground == SpecialGround.H2 && recipient == RecipientKind.V);
    }

    private boolean isRestricted(DataCategory category, Instant at) {
        return facts.restrictions().stream()
                .anyMatch(
                        restriction -> restriction.period().holds(at) && restriction.concerns(Rule.PURPOSE, category));
    }
}
