package nl.werkvlak.platform.reporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import nl.werkvlak.platform.vault.DataKey;

/**
 * What was released, as it is kept beside the PDF: as JSON, compressed, sealed for its own report, with the digest of the
 * JSON. The other forms of a report are made from it, so that none of them says more than was let through when it was made.
 */
final class SealedDocument {

    private static final String PLACE = "report_content.document:";

    private final byte[] sealed;
    private final byte[] sha256;

    private SealedDocument(byte[] sealed, byte[] sha256) {
        this.sealed = sealed;
        this.sha256 = sha256;
    }

    static SealedDocument of(byte[] json, DataKey key, UUID report) {
        return new SealedDocument(key.seal(compressed(json), PLACE + report), Trace.sha256(json));
    }

    static byte[] open(byte[] sealed, DataKey key, UUID report) {
        try (var json = new InflaterInputStream(new ByteArrayInputStream(key.open(sealed, PLACE + report)))) {
            return json.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sealed() {
        return sealed;
    }

    byte[] sha256() {
        return sha256;
    }

    private static byte[] compressed(byte[] json) {
        var deflater = new Deflater();
        var out = new ByteArrayOutputStream();
        try (var into = new DeflaterOutputStream(out, deflater)) {
            into.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
