package nl.werkvlak.platform.disclosure.register;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** A digest of 32 bytes. */
final class Hash {

    static final int BYTES = 32;

    /** Stands where nothing comes before: before the first entry and the first seal of a tenant. */
    static final Hash BEFORE_THE_FIRST = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    static Hash in(Sql.Row row, String column) throws SQLException {
        return Objects.requireNonNull(inOrNull(row, column), column);
    }

    static @Nullable Hash inOrNull(Sql.Row row, String column) throws SQLException {
        var bytes = row.bytes(column);
        return bytes == null ? null : of(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
