package nl.werkvlak.platform.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.werkvlak.platform.tenancy.TenantOwned;

/** The sealed PDF of a report; apart from it, so that a list never carries the bytes. */
@Entity
@Table(name = "report_content")
class ReportContent extends TenantOwned {

    @Id
    @Column(name = "report_id")
    private UUID report;

    private byte[] pdf;

    /** For the persistence provider only. */
    protected ReportContent() {}

    byte[] sealed() {
        return pdf;
    }
}
