package nl.werkvlak.platform.disclosure.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What exactly is hashed, so that anybody can compute it again (SHA-256, format 1; of an entry with a form, format 2).
 *
 * <p>First one byte that keeps the kinds of hash apart: 0 an entry, 1 a node of a Merkle tree, 2 a seal; 0 and 1 are
 * those of RFC 6962, so that the hash of an entry is the leaf of its seal's tree. Then a name with the version of this
 * format, and the fields in the order below. Before the name and each field stands its length in bytes, in 4 bytes, so
 * that no two different entries have the same form. Numbers are 8 bytes, ids 16, all big-endian; text is UTF-8; an
 * instant is its microseconds since 1970 in UTC; a digest that is not there has length 0.
 */
final class Canonical {

    static final int FORMAT = 1;

    private static final byte ENTRY = 0;
    private static final byte NODE = 1;
    private static final byte SEAL = 2;

    private final MessageDigest digest;

    private Canonical(byte kind) {
        this.digest = sha256();
        digest.update(kind);
    }

    /**
     * An entry: tenant, sequence, hash of the entry before, id, event, report, digest of the client, digest of the
     * recipient, names of the categories in alphabetical order with commas between, numbers of the bases as they stand,
     * instant; and last, where there is one, the form, by which the entry names itself 2 and not 1.
     */
    static Hash entry(TenantId tenant, KeptEntry entry, Hash before) {
        var form = entry.form();
        var canonical = new Canonical(ENTRY)
                .text(form == null ? "werkvlak disclosure entry 1" : "werkvlak disclosure entry 2")
                .id(tenant.value())
                .number(entry.sequence())
                .hash(before)
                .id(entry.id())
                .text(entry.event())
                .id(entry.report())
                .hash(entry.clientDigest())
                .hash(entry.recipientDigest())
                .text(inOrder(entry.categories()))
                .text(entry.bases())
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        return (form == null ? canonical : canonical.text(form)).end();
    }

    /** A seal: tenant, number, format, first and last sequence, Merkle root, hash of the last entry, hash of the seal before. */
    static Hash seal(TenantId tenant, Seal seal, Hash lastEntry, Hash before) {
        return new Canonical(SEAL)
                .text("werkvlak disclosure seal 1")
                .id(tenant.value())
                .number(seal.number())
                .number(seal.format())
                .number(seal.first())
                .number(seal.last())
                .hash(seal.root())
                .hash(lastEntry)
                .hash(before)
                .end();
    }

    /** A node over two others: these 65 bytes and nothing else, as RFC 6962 has it. */
    static Hash node(Hash left, Hash right) {
        var canonical = new Canonical(NODE);
        left.feed(canonical.digest);
        right.feed(canonical.digest);
        return canonical.end();
    }

    private static String inOrder(String categories) {
        return Arrays.stream(categories.split(",", -1)).sorted().collect(Collectors.joining(","));
    }

    private Canonical text(String text) {
        return field(text.getBytes(StandardCharsets.UTF_8));
    }

    private Canonical number(long number) {
        return field(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private Canonical id(UUID id) {
        return field(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private Canonical hash(@Nullable Hash hash) {
        return field(hash == null ? new byte[0] : hash.bytes());
    }

    private Canonical field(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    private Hash end() {
        return Hash.of(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }
}
