package nl.werkvlak.platform.onboarding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.Writer.Entry;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Writes rows of one file into its table, in sets: what is new is added, what is the same is left alone. */
final class TableWriter {

    /** Who changed a fact, followed by the id of the import. */
    private static final String AUTHOR = "import";

    private static final String REASON = "Overgenomen uit een export";

    private final Connection connection;
    private final ExportFile file;
    private final FileSpec spec;
    private final Progress progress;
    private final Vault vault;
    private final String select;
    private final String insert;
    private final String update;

    TableWriter(Connection connection, ExportFile file, Progress progress, Vault vault) {
        this.connection = connection;
        this.file = file;
        this.spec = file.spec();
        this.progress = progress;
        this.vault = vault;
        var columns = new ArrayList<String>();
        spec.stores().forEach(link -> columns.add(link.column()));
        spec.columns().stream()
                .map(Column::stored)
                .filter(Objects::nonNull)
                .forEach(stored -> columns.add("`" + stored + "`"));
        columns.add("source_digest");
        if (spec.isFact()) {
            columns.addAll(List.of("changed_by", "change_reason"));
        }
        var ours = file.isOfTenant() ? "tenant_id = :tenant and " : "";
        // A table that was empty a moment ago looks small to the optimiser, which could then read all of it each time.
        this.select = "select id, source_digest, " + (spec.isFact() ? "changed_by" : "null changed_by") + " from "
                + spec.table() + " force index (primary) where " + ours + "id in (?)";
        this.insert = "insert into " + spec.table() + " (" + (file.isOfTenant() ? "tenant_id, " : "")
                + String.join(", ", columns) + ", id) values (" + (file.isOfTenant() ? ":tenant, " : "")
                + String.join(", ", Collections.nCopies(columns.size() + 1, "?")) + ")";
        this.update = "update " + spec.table() + " set "
                + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + (spec.isVersioned() ? ", version = version + 1" : "") + " where " + ours + "id = ?";
    }

    /** Writes rows of one tenant, or rows that stand above the tenants. */
    void write(Optional<TenantId> tenant, List<Entry> entries) throws SQLException {
        var sql = tenant.isPresent() ? Sql.ofTenant(connection, tenant.get()) : Sql.ofPlatform(connection);
        var present = new HashMap<UUID, byte[]>();
        var changedHere = new HashSet<UUID>();
        sql.stream(
                select,
                row -> {
                    var digest = row.bytes("source_digest");
                    present.put(row.uuid("id"), digest == null ? new byte[0] : digest);
                    var author = row.textOrNull("changed_by");
                    if (author != null && !author.startsWith(AUTHOR)) {
                        changedHere.add(row.uuid("id"));
                    }
                },
                entries.stream().map(Entry::id).toList());
        var added = new ArrayList<Entry>();
        var changed = new ArrayList<Entry>();
        for (var entry : entries) {
            var digest = present.get(entry.id());
            if (digest == null) {
                added.add(entry);
            } else if (!Arrays.equals(digest, entry.digest())) {
                if (changedHere.contains(entry.id())) {
                    // The export cannot know what was recorded here: a withdrawal would be undone by it.
                    progress.notice(Finding.of(file, entry.row().line(), null, Fault.CHANGED_HERE));
                } else {
                    changed.add(entry);
                }
            }
        }
        var keys = keys(tenant, added, changed);
        sql.batch(insert, values(added, keys));
        sql.batch(update, values(changed, keys));
        var tally = progress.tally(file);
        tally.added += added.size();
        tally.changed += changed.size();
        tally.unchanged += entries.size() - added.size() - changed.size();
    }

    private Map<UUID, DataKey> keys(Optional<TenantId> tenant, List<Entry> added, List<Entry> changed)
            throws SQLException {
        if (!spec.isSealed() || tenant.isEmpty()) {
            return Map.of();
        }
        var owners = new ArrayList<UUID>();
        added.forEach(entry -> owners.add(ownerOf(entry)));
        changed.forEach(entry -> owners.add(ownerOf(entry)));
        var distinct = owners.stream().distinct().toList();
        return distinct.isEmpty() ? Map.of() : vault.keysFor(connection, tenant.get(), distinct);
    }

    /** Everything about a client is sealed under the client's key, whichever table it stands in. */
    private UUID ownerOf(Entry entry) {
        return file == ExportFile.CLIENTS
                ? entry.id()
                : Objects.requireNonNull(entry.links().to(Link.CLIENT));
    }

    private List<@Nullable Object[]> values(List<Entry> entries, Map<UUID, DataKey> keys) {
        var rows = new ArrayList<@Nullable Object[]>(entries.size());
        for (var entry : entries) {
            rows.add(values(entry, spec.isSealed() ? keys.get(ownerOf(entry)) : null));
        }
        return rows;
    }

    private @Nullable Object[] values(Entry entry, @Nullable DataKey key) {
        if (spec.isSealed() && key == null) {
            // Erased between the two readings.
            throw new ImportStopped("client-erased");
        }
        var values = new ArrayList<@Nullable Object>();
        spec.stores().forEach(link -> values.add(entry.links().to(link)));
        var columns = spec.columns();
        for (var at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            var value = entry.row().value(at);
            if (column.stored() == null) {
                continue;
            }
            if (value == Form.Everything.ALL) {
                values.add(null);
            } else if (column.sealedAs() != null && value != null && key != null) {
                values.add(key.seal(value.toString(), column.sealedAs()));
            } else {
                values.add(value);
            }
        }
        values.add(entry.digest());
        if (spec.isFact()) {
            values.add(AUTHOR + " " + progress.id());
            values.add(REASON);
        }
        values.add(entry.id());
        return values.toArray();
    }
}
