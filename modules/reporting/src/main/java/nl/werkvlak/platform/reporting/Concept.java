package nl.werkvlak.platform.reporting;

import org.jspecify.annotations.Nullable;

/**
 * What a coach may see of a report before there is one: what would become of it, and the report as the tenant would get it
 * once it was shown to the client. It was never issued, and stands nowhere.
 */
public final class Concept {

    private final ReportPreview preview;
    private final byte @Nullable [] pdf;

    Concept(ReportPreview preview, byte @Nullable [] pdf) {
        this.preview = preview;
        this.pdf = pdf;
    }

    public ReportPreview preview() {
        return preview;
    }

    /** Null when nothing at all would be in it. */
    public byte @Nullable [] pdf() {
        return pdf == null ? null : pdf.clone();
    }
}
