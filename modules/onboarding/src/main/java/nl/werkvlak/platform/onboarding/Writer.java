package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/** The second reading: writes the rows that the first one let through, one transaction per group of files. */
final class Writer {

    private final Connection connection;
    private final Staging staging;
    private final Progress progress;
    private final Vault vault;

    Writer(Connection connection, Staging staging, Progress progress, Vault vault) {
        this.connection = connection;
        this.staging = staging;
        this.progress = progress;
        this.vault = vault;
    }

    /** A row that is to be written, with what the first reading found out about it. */
    @SuppressWarnings("ArrayRecordComponent") // entries are never compared
    record Entry(Row row, UUID id, Links links, byte[] digest) {}

    void write(Export export) throws IOException, SQLException {
        for (var group : ExportFile.GROUPS) {
            for (var file : group) {
                progress.at(State.WRITING, file);
                write(export, file);
            }
            connection.commit();
        }
    }

    private void write(Export export, ExportFile file) throws IOException, SQLException {
        var table = new TableWriter(connection, file, progress, vault);
        var portion = new Portion(rows -> write(table, file, rows));
        try (var in = export.open(file)) {
            RowReader.read(file, in, new RowReader.Visitor() {
                @Override
                public void row(Row row) throws IOException, SQLException {
                    portion.add(row);
                }

                @Override
                public void note(Finding finding, boolean ignored) {
                    // The first reading has told it.
                }
            });
        } catch (BrokenFile e) {
            // As in the first reading: the rows up to there are good.
        }
        portion.flush();
    }

    private void write(TableWriter table, ExportFile file, List<Row> rows) throws SQLException {
        var known = staging.between(
                file, rows.get(0).line(), rows.get(rows.size() - 1).line());
        Map<Optional<TenantId>, List<Entry>> byTenant = new LinkedHashMap<>();
        for (var row : rows) {
            var found = known.get(row.line());
            if (found == null || !found.content().equals(Row.hexDigest(row.canonical()))) {
                throw new ImportStopped("export-changed");
            }
            if (!found.refused()) {
                var owner =
                        file.isOfTenant() ? Optional.ofNullable(found.links().tenant()) : Optional.<TenantId>empty();
                byTenant.computeIfAbsent(owner, any -> new ArrayList<>()).add(entry(row, found));
            }
        }
        for (var one : byTenant.entrySet()) {
            table.write(one.getKey(), one.getValue());
        }
        progress.step();
    }

    private Entry entry(Row row, Staging.Known found) {
        row.takeLinks(found.links());
        var id = Objects.requireNonNull(row.id(found.nth()), "A row that was let through has an id");
        // What it belongs to counts as well: a coach's code may mean another coach in the next export.
        var text = "1|" + row.canonical() + "|" + Arrays.toString(found.links().all());
        return new Entry(row, id, found.links(), vault.fingerprint(text));
    }

    /**
     * The periods that come in with an import count as signed off, and never fewer than before.
     *
     * <p>Not so where a legal basis, an objection or a restriction was left out: what it holds back would otherwise go
     * out without anyone having looked. Such a trajectory waits for its coach.
     */
    void signOff(@Nullable LocalDate through, Set<ExportFile> broken) throws SQLException {
        if (through != null && broken.stream().noneMatch(ExportFile::protects)) {
            for (var tenant : staging.tenants()) {
                signOff(tenant, through);
            }
        }
        connection.commit();
    }

    private void signOff(TenantId tenant, LocalDate through) throws SQLException {
        Sql.ofTenant(connection, tenant)
                .update(
                        """
                        update import_row r force index (primary)
                          join trajectory t on t.tenant_id = r.tenant_id and t.id = r.id
                           set t.imported_through = ?, t.version = t.version + 1
                         where r.import_id = ? and r.file = ? and not r.refused
                           and t.tenant_id = :tenant
                           and (t.imported_through is null or t.imported_through < ?)
                           and not exists (
                             select 1
                               from (select distinct tenant_id, commission_id, client_id, trajectory_id
                                       from import_row force index (primary)
                                      where import_id = ? and file in (?) and refused) held
                              where held.tenant_id is null
                                 or held.trajectory_id = t.id
                                 or (held.tenant_id = t.tenant_id
                                     and (held.commission_id = t.commission_id
                                       or (held.trajectory_id is null and held.client_id = t.client_id))))
                        """,
                        through,
                        progress.id(),
                        ExportFile.TRAJECTORIES.spec().table(),
                        through,
                        progress.id(),
                        Arrays.stream(ExportFile.values())
                                .filter(ExportFile::protects)
                                .map(file -> file.spec().table())
                                .toList());
    }
}
