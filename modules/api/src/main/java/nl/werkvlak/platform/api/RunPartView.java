package nl.werkvlak.platform.api;

import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.reporting.RunPart;
import org.jspecify.annotations.Nullable;

/**
 * One report that a run planned; ids only.
 *
 * @param trajectory absent for a report about a commission as a whole
 * @param reason why there is no report; absent while there may still be one, and when there is
 * @param explanation the reason in the reader's language, with what can be done
 */
public record RunPartView(
        UUID id,
        ReportKind kind,
        UUID tenant,
        UUID commission,
        @Nullable UUID trajectory,
        RunPart.State state,
        RunPart.@Nullable Reason reason,
        @Nullable String explanation) {

    static RunPartView of(RunPart part, Language language) {
        var reason = part.reason();
        return new RunPartView(
                part.id(),
                part.kind(),
                part.tenant().value(),
                part.commission(),
                part.trajectory(),
                part.state(),
                reason,
                reason == null ? null : language.words("part." + reason, reason.name()));
    }
}
