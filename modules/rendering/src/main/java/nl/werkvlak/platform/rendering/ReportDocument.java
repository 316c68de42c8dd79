package nl.werkvlak.platform.rendering;

import nl.werkvlak.platform.kernel.ReportingPeriod;

/** What a report says, whatever kind it is of: a record, each part of which names the category that it carries. */
public interface ReportDocument {

    DocumentHead head();

    /** The month of its head, but for a report over more. */
    default ReportingPeriod about() {
        return ReportingPeriod.of(head().period());
    }
}
