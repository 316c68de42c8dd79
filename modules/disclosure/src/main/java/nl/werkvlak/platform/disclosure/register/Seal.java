package nl.werkvlak.platform.disclosure.register;

import java.sql.SQLException;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * Closes what one transaction wrote.
 *
 * @param number from 1, without a gap
 * @param root of the Merkle tree over its entries
 */
record Seal(long number, int format, long first, long last, Hash root, Hash hash) {

    static final String COLUMNS = "number, format, first_sequence, last_sequence, merkle_root, hash";

    static Seal over(TenantId tenant, Head before, long last, Hash root, Hash lastEntry) {
        var open =
                new Seal(before.seal() + 1, Canonical.FORMAT, before.sequence() + 1, last, root, Hash.BEFORE_THE_FIRST);
        return new Seal(
                open.number,
                open.format,
                open.first,
                open.last,
                root,
                Canonical.seal(tenant, open, lastEntry, before.sealHash()));
    }

    static Seal read(Sql.Row row) throws SQLException {
        return new Seal(
                row.count("number"),
                row.number("format"),
                row.count("first_sequence"),
                row.count("last_sequence"),
                Hash.in(row, "merkle_root"),
                Hash.in(row, "hash"));
    }
}
