package nl.werkvlak.platform.disclosure.rule;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.processingregister.ProcessingRegister;

/** Gate 3: when the processing register declares a category for a kind of recipient, for the purpose of every report. */
final class RegisterGate {

    private final Map<DataCategory, Map<RecipientKind, Declared>> declared = new EnumMap<>(DataCategory.class);

    /** When it is declared, and every instant at which that may change. */
    record Declared(List<Period> periods, List<Instant> changes) {

        boolean holds(Instant at) {
            for (var period : periods) {
                if (period.holds(at)) {
                    return true;
                }
            }
            return false;
        }
    }

    RegisterGate(ProcessingRegister register) {
        for (var category : DataCategory.values()) {
            var byRecipient = new EnumMap<RecipientKind, Declared>(RecipientKind.class);
            for (var recipient : RecipientKind.values()) {
                var periods = register.declarations(Rule.PURPOSE, category, recipient);
                byRecipient.put(
                        recipient,
                        new Declared(periods, Changes.ofPeriods(periods).toList()));
            }
            declared.put(category, byRecipient);
        }
    }

    Declared declared(DataCategory category, RecipientKind recipient) {
        return Objects.requireNonNull(
                Objects.requireNonNull(declared.get(category)).get(recipient));
    }
}
