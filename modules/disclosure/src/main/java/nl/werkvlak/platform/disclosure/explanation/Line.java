package nl.werkvlak.platform.disclosure.explanation;

import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.legalbasis.DataCategory;

/** One line of a coverage report: the decision on one category of one trajectory. */
public record Line(
        UUID commission,
        String commissionNumber,
        UUID trajectory,
        String trajectoryNumber,
        DataCategory category,
        Decision decision) {}
