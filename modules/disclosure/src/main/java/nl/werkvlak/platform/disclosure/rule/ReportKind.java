package nl.werkvlak.platform.disclosure.rule;

/** A kind of report; all serve purpose P7, reporting and accountability. */
public enum ReportKind {
    PROGRESS,
    /** Reads the cells of {@link #PROGRESS}. */
    FINAL,
    ACCOUNTABILITY,
    INVOICE;

    ReportKind cells() {
        return this == FINAL ? PROGRESS : this;
    }
}
