package nl.werkvlak.platform.trajectory;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Where the free texts of one tenant are read, in portions: a statement each, and one for the keys of what is sealed. */
final class RecordedTextStore {

    private static final int PORTION = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Connection connection;
    private final TenantId tenant;
    private final Vault vault;

    RecordedTextStore(Connection connection, TenantId tenant, Vault vault) {
        this.connection = connection;
        this.tenant = tenant;
        this.vault = vault;
    }

    /** A text as it stands in its row. */
    record Recorded(
            RecordedText field, UUID row, UUID trajectory, String number, UUID client, UUID coach, String text) {

        @Override
        public String toString() {
            return field + " " + row;
        }
    }

    /** The next portion, by row; from the beginning without a row to begin after. */
    List<Recorded> after(RecordedText field, @Nullable UUID row) throws SQLException {
        return read(field, "x.id > ? order by x.id limit " + PORTION, row == null ? FIRST : row);
    }

    /** One text, which nobody changes until this transaction ends. */
    Optional<Recorded> held(RecordedText field, UUID row) throws SQLException {
        return read(field, "x.id = ? for update", row).stream().findFirst();
    }

    private List<Recorded> read(RecordedText field, String where, UUID argument) throws SQLException {
        var sealedAs = field.sealedAs();
        var sealed = new ArrayList<byte[]>();
        var found = Sql.ofTenant(connection, tenant)
                .query(
                        field.select(where),
                        row -> {
                            sealed.add(Objects.requireNonNull(row.bytes("content")));
                            return new Recorded(
                                    field,
                                    row.uuid("id"),
                                    row.uuid("trajectory_id"),
                                    row.text("number"),
                                    row.uuid("client_id"),
                                    row.uuid("coach_id"),
                                    sealedAs == null ? row.text("content") : "");
                        },
                        argument);
        if (sealedAs == null || found.isEmpty()) {
            return found;
        }
        var owners = Set.copyOf(found.stream().map(Recorded::client).toList());
        var keys = vault.keysFor(connection, tenant, owners);
        var opened = new ArrayList<Recorded>();
        for (var at = 0; at < found.size(); at++) {
            opened.add(opened(found.get(at), sealed.get(at), keys, sealedAs));
        }
        return opened;
    }

    /** What the client's key does not open any more is erased, and says nothing. */
    private static Recorded opened(Recorded text, byte[] sealed, Map<UUID, DataKey> keys, String place) {
        var key = keys.get(text.client());
        var content = key == null ? "" : new String(key.open(sealed, place), StandardCharsets.UTF_8);
        return new Recorded(
                text.field(), text.row(), text.trajectory(), text.number(), text.client(), text.coach(), content);
    }
}
