package nl.werkvlak.platform.onboarding;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.Staging.Target;

/**
 * Finds the rows that a row refers to, and with them its tenant.
 *
 * <p>Only rows of the same export count. Another export of other tenants may use the same numbers, and what is in the
 * database under a number may be somebody else's.
 */
final class References {

    private final Staging staging;
    private final Set<ExportFile> broken;
    private final boolean partial;

    /**
     * References of one export.
     *
     * @param broken files that could not be read to their end: what is missing there is not the fault of who refers to it
     * @param partial list consequences as well, because their rows are left out
     */
    References(Staging staging, Set<ExportFile> broken, boolean partial) {
        this.staging = staging;
        this.broken = broken;
        this.partial = partial;
    }

    /** Links rows of one file, with one question per file that they refer to. */
    void link(ExportFile file, List<Row> rows) throws SQLException {
        if (file == ExportFile.TENANTS) {
            for (var row : rows) {
                var code = row.name();
                row.links().tenant(code == null ? null : TenantId.ofCode(code));
            }
        }
        for (var column : file.spec().columns()) {
            var target = column.refersTo();
            if (target != null) {
                link(column, target, rows);
            }
        }
    }

    private void link(Column column, ExportFile target, List<Row> rows) throws SQLException {
        var names = new HashSet<String>();
        for (var row : rows) {
            if (row.value(column.name()) instanceof String name) {
                names.add(name);
            }
        }
        var found = staging.find(target, names);
        for (var row : rows) {
            if (row.value(column.name()) instanceof String name) {
                choose(row, column, target, found.getOrDefault(name, List.of()));
            }
        }
    }

    private void choose(Row row, Column column, ExportFile target, List<Target> all) {
        if (all.isEmpty()) {
            if (broken.contains(target)) {
                follow(row, column);
            } else {
                row.refuse(column.name(), Fault.UNKNOWN_REFERENCE);
            }
            return;
        }
        var ours = ofTenant(row, target, all);
        if (ours.isEmpty()) {
            refuseStranger(row, column, all);
            return;
        }
        var good = ours.stream().filter(one -> !one.refused()).toList();
        if (good.size() > 1 && isTenantOpen(row, column)) {
            follow(row, column);
        } else if (good.size() > 1) {
            row.refuse(column.name(), Fault.AMBIGUOUS_NUMBER);
        } else if (good.size() < ours.size()) {
            // Which one is meant is unknown as long as the other is refused.
            ours.stream().filter(one -> ours.size() == 1).forEach(one -> take(row, column, target, one));
            follow(row, column);
        } else {
            take(row, column, target, good.get(0));
        }
    }

    /** Another number of the row would say whose it is, had that been found; this one is not to blame. */
    private static boolean isTenantOpen(Row row, Column column) {
        return row.links().tenant() == null
                && row.file().spec().columns().stream()
                        .filter(other -> other.refersTo() == ExportFile.COMMISSIONS
                                || other.refersTo() == ExportFile.TRAJECTORIES)
                        .anyMatch(other -> !other.equals(column) && row.has(other.name()));
    }

    /** A client is one of the tenant that the commission or the trajectory is of. */
    private static List<Target> ofTenant(Row row, ExportFile target, List<Target> all) {
        var tenant = row.links().tenant();
        return target != ExportFile.CLIENTS || tenant == null
                ? all
                : all.stream().filter(one -> tenant.equals(one.tenant())).toList();
    }

    private void refuseStranger(Row row, Column column, List<Target> all) {
        if (all.stream().anyMatch(one -> one.tenant() == null)) {
            follow(row, column);
        } else {
            row.refuse(column.name(), Fault.CLIENT_OF_OTHER_TENANT);
        }
    }

    private void follow(Row row, Column column) {
        row.followsRefused();
        if (partial) {
            row.refuse(column.name(), Fault.REFERS_TO_REFUSED);
        }
    }

    private static void take(Row row, Column column, ExportFile target, Target chosen) {
        var links = row.links();
        if (target != ExportFile.COACHES && chosen.tenant() != null) {
            links.tenant(chosen.tenant());
        }
        switch (target) {
            case COMMISSIONS -> links.put(Link.COMMISSION, chosen.id());
            case COACHES -> links.put(Link.COACH, chosen.id());
            case TRAJECTORIES -> {
                links.put(Link.TRAJECTORY, chosen.id());
                links.put(Link.CLIENT, chosen.client());
            }
            case CLIENTS -> {
                var already = links.to(Link.CLIENT);
                if (already != null && !already.equals(chosen.id())) {
                    row.refuse(column.name(), Fault.WRONG_CLIENT);
                }
                links.put(Link.CLIENT, chosen.id());
            }
            default -> {
                // A tenant's code says whose row it is, and nothing more.
            }
        }
    }
}
