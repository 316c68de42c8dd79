package nl.werkvlak.platform.disclosure.register;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the database, in the words of the database: what was tampered with must be readable too.
 *
 * @param client in clear, beside the hashed body; null for a report over many, and once the client was forgotten
 * @param form in which the contents were given out; null where they were not, and in entries of before that was kept
 * @param clientDigest keyed digest of the client; null for a report over many
 * @param hash null until an entry from before the seals is sealed
 */
record KeptEntry(
        long sequence,
        UUID id,
        String event,
        UUID report,
        @Nullable UUID client,
        String recipient,
        @Nullable String form,
        String categories,
        String bases,
        Instant at,
        @Nullable Hash clientDigest,
        @Nullable Hash recipientDigest,
        @Nullable Hash hash) {

    static final String COLUMNS =
            "sequence, id, event, report_id, client_id, recipient, form, categories, bases, disclosed_at,"
                    + " client_digest, recipient_digest, hash";

    static KeptEntry read(Sql.Row row) throws SQLException {
        return new KeptEntry(
                row.count("sequence"),
                row.uuid("id"),
                row.text("event"),
                row.uuid("report_id"),
                row.uuidOrNull("client_id"),
                row.text("recipient"),
                row.textOrNull("form"),
                row.text("categories"),
                row.text("bases"),
                row.instant("disclosed_at"),
                Hash.inOrNull(row, "client_digest"),
                Hash.inOrNull(row, "recipient_digest"),
                Hash.inOrNull(row, "hash"));
    }

    KeptEntry numbered(long number) {
        return new KeptEntry(
                number,
                id,
                event,
                report,
                client,
                recipient,
                form,
                categories,
                bases,
                at,
                clientDigest,
                recipientDigest,
                hash);
    }

    KeptEntry withDigests(@Nullable Hash ofClient, Hash ofRecipient) {
        return new KeptEntry(
                sequence,
                id,
                event,
                report,
                client,
                recipient,
                form,
                categories,
                bases,
                at,
                ofClient,
                ofRecipient,
                hash);
    }

    KeptEntry sealed(Hash own) {
        return new KeptEntry(
                sequence,
                id,
                event,
                report,
                client,
                recipient,
                form,
                categories,
                bases,
                at,
                clientDigest,
                recipientDigest,
                own);
    }
}
