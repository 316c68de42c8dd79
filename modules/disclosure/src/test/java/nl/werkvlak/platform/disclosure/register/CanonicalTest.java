package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each format, by a second and simpler reading; they can be added to and never changed. */
class CanonicalTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));
    private static final Hash BEFORE = hash(7);
    private static final KeptEntry ENTRY = new KeptEntry(
            3,
            new UUID(3, 4),
            "OPENED",
            new UUID(5, 6),
            new UUID(7, 8),
            "portal",
            null,
            "IDENT,EDU",
            "A-1 B-2",
            Instant.parse("2026-10-31T12:00:00.123456Z"),
            hash(8),
            hash(9),
            null);

    @Test
    void an_entry_is_hashed_as_it_is_written_down() throws Exception {
        var expected = new Fields(0)
                .field("werkvlak disclosure entry 1")
                .field(1, 2)
                .field(3)
                .field(BEFORE.bytes())
                .field(3, 4)
                .field("OPENED")
                .field(5, 6)
                .field(hash(8).bytes())
                .field(hash(9).bytes())
                .field("EDU,IDENT")
                .field("A-1 B-2")
                .field(1793448000123456L);

        assertThat(Canonical.entry(TENANT, ENTRY, BEFORE)).isEqualTo(expected.sha256());
    }

    @Test
    void an_entry_with_a_form_is_hashed_as_the_second_format() throws Exception {
        var expected = new Fields(0)
                .field("werkvlak disclosure entry 2")
                .field(1, 2)
                .field(3)
                .field(BEFORE.bytes())
                .field(3, 4)
                .field("OPENED")
                .field(5, 6)
                .field(hash(8).bytes())
                .field(hash(9).bytes())
                .field("EDU,IDENT")
                .field("A-1 B-2")
                .field(1793448000123456L)
                .field("JSON");

        var entry = with(3, "OPENED", "JSON", "IDENT,EDU", "A-1 B-2", ENTRY.at(), hash(8));
        assertThat(Canonical.entry(TENANT, entry, BEFORE)).isEqualTo(expected.sha256());
    }

    @Test
    void a_seal_is_hashed_as_it_is_written_down() throws Exception {
        var seal = new Seal(5, 1, 10, 12, hash(1), hash(0));
        var expected = new Fields(2)
                .field("werkvlak disclosure seal 1")
                .field(1, 2)
                .field(5)
                .field(1)
                .field(10)
                .field(12)
                .field(hash(1).bytes())
                .field(hash(2).bytes())
                .field(hash(3).bytes());

        assertThat(Canonical.seal(TENANT, seal, hash(2), hash(3))).isEqualTo(expected.sha256());
    }

    @Test
    void whatever_is_recorded_changes_the_hash_and_who_stands_beside_it_does_not() {
        var own = Canonical.entry(TENANT, ENTRY, BEFORE);

        assertThat(Stream.of(
                                with(4, "OPENED", "IDENT,EDU", "A-1 B-2", ENTRY.at(), hash(8)),
                                with(3, "LISTED", "IDENT,EDU", "A-1 B-2", ENTRY.at(), hash(8)),
                                with(3, "OPENED", "IDENT", "A-1 B-2", ENTRY.at(), hash(8)),
                                with(3, "OPENED", "PDF", "IDENT,EDU", "A-1 B-2", ENTRY.at(), hash(8)),
                                with(3, "OPENED", "HTML", "IDENT,EDU", "A-1 B-2", ENTRY.at(), hash(8)),
                                with(3, "OPENED", "IDENT,EDU", "A-1 B-3", ENTRY.at(), hash(8)),
                                with(
                                        3,
                                        "OPENED",
                                        "IDENT,EDU",
                                        "A-1 B-2",
                                        ENTRY.at().plusNanos(1000),
                                        hash(8)),
                                with(3, "OPENED", "IDENT,EDU", "A-1 B-2", ENTRY.at(), null))
                        .map(entry -> Canonical.entry(TENANT, entry, BEFORE)))
                .doesNotContain(own)
                .doesNotHaveDuplicates();
        assertThat(Canonical.entry(TENANT, ENTRY, hash(6))).isNotEqualTo(own);
        assertThat(Canonical.entry(new TenantId(new UUID(1, 3)), ENTRY, BEFORE)).isNotEqualTo(own);
        assertThat(Canonical.entry(TENANT, ENTRY.withDigests(hash(8), hash(5)), BEFORE))
                .isNotEqualTo(own);
    }

    private static KeptEntry with(
            long sequence, String event, String categories, String bases, Instant at, @Nullable Hash client) {
        return with(sequence, event, null, categories, bases, at, client);
    }

    private static KeptEntry with(
            long sequence,
            String event,
            @Nullable String form,
            String categories,
            String bases,
            Instant at,
            @Nullable Hash client) {
        return new KeptEntry(
                sequence,
                ENTRY.id(),
                event,
                ENTRY.report(),
                null,
                "nobody",
                form,
                categories,
                bases,
                at,
                client,
                ENTRY.recipientDigest(),
                null);
    }

    private static Hash hash(int number) {
        var bytes = new byte[32];
        bytes[31] = (byte) number;
        return Hash.of(bytes);
    }

    private static final class Fields {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream data = new DataOutputStream(bytes);

        Fields(int kind) throws IOException {
            data.writeByte(kind);
        }

        Fields field(byte[] field) throws IOException {
            data.writeInt(field.length);
            data.write(field);
            return this;
        }

        Fields field(String text) throws IOException {
            return field(text.getBytes(StandardCharsets.UTF_8));
        }

        Fields field(long... numbers) throws IOException {
            data.writeInt(8 * numbers.length);
            for (var number : numbers) {
                data.writeLong(number);
            }
            return this;
        }

        Hash sha256() throws Exception {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        }
    }
}
