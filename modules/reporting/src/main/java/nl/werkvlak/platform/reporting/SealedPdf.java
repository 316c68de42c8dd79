package nl.werkvlak.platform.reporting;

import java.util.UUID;
import nl.werkvlak.platform.vault.DataKey;

/** A PDF as it is kept: sealed for its own report, with the size and the digest of what was sealed. */
final class SealedPdf {

    private static final String PLACE = "report_content.pdf:";

    private final byte[] sealed;
    private final byte[] sha256;
    private final int size;

    private SealedPdf(byte[] sealed, byte[] sha256, int size) {
        this.sealed = sealed;
        this.sha256 = sha256;
        this.size = size;
    }

    static SealedPdf of(byte[] pdf, DataKey key, UUID report) {
        return new SealedPdf(key.seal(pdf, PLACE + report), Trace.sha256(pdf), pdf.length);
    }

    static byte[] open(byte[] sealed, DataKey key, UUID report) {
        return key.open(sealed, PLACE + report);
    }

    byte[] sealed() {
        return sealed;
    }

    byte[] sha256() {
        return sha256;
    }

    int size() {
        return size;
    }
}
