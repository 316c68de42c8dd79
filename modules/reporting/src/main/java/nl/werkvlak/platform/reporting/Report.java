package nl.werkvlak.platform.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.TenantOwned;
import org.jspecify.annotations.Nullable;

/** An issued report. It never changes; a correction is a new version beside it. */
@Entity
@Table(name = "report")
public class Report extends TenantOwned {

    private static final Set<ReportKind> OVER_MANY = EnumSet.of(ReportKind.ACCOUNTABILITY, ReportKind.INVOICE);

    @Id
    private UUID id;

    private String kind;
    private String number;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "commission_id")
    private UUID commissionId;

    private String period;
    private int version;

    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "issued_at")
    private Instant issuedAt;

    private String decisions;
    private byte[] sha256;

    /** Nothing in reports of before the document was kept. */
    @Column(name = "document_sha256")
    private byte @Nullable [] documentSha256;

    private int size;

    /** For the persistence provider only. */
    protected Report() {}

    public UUID id() {
        return id;
    }

    public ReportKind kind() {
        return ReportKind.valueOf(kind);
    }

    /** Says which commission and month, and nothing about a person. */
    public String number() {
        return number;
    }

    public YearMonth period() {
        return YearMonth.parse(period);
    }

    public int version() {
        return version;
    }

    public UUID run() {
        return runId;
    }

    /** The instant at which the gate decided what is in it (UTC). */
    public Instant decidedAt() {
        return decidedAt;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Bytes of the PDF. */
    public int size() {
        return size;
    }

    /** SHA-256 of the PDF, in hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(sha256);
    }

    /** The forms that it can be given out in, paper first. */
    public List<Form> forms() {
        return Stream.of(Form.values()).filter(this::hasForm).toList();
    }

    private boolean hasForm(Form form) {
        return form == Form.PDF || (documentSha256 != null && (!form.isOfRows() || OVER_MANY.contains(kind())));
    }

    /** Changes when and only when the report as JSON would; nothing in reports of before that was kept. */
    public Optional<String> documentDigest() {
        return Optional.ofNullable(documentSha256).map(HexFormat.of()::formatHex);
    }

    /** Safe to show and to log. */
    public String fileName(Form form) {
        return form.fileName(number + "-v" + version);
    }

    UUID subject() {
        return subjectId;
    }

    UUID commission() {
        return commissionId;
    }

    /** The categories that are in it, as they were decided. */
    Set<DataCategory> categories() {
        var categories = EnumSet.noneOf(DataCategory.class);
        Trace.permittedIn(decisions).forEach(name -> categories.add(DataCategory.valueOf(name)));
        return categories;
    }
}
