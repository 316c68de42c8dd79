package nl.werkvlak.platform.reporting;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a run over all tenants, for who watches over it. No data about a person, only ids and codes. */
final class PartList {

    /** A part as the work of a node names it, see {@link CommissionWork#text}. */
    static final String IN_HAND =
            "p.state = 'PLANNED' and concat_ws(' ', p.run_id, p.tenant_id, p.commission_id) in (?)";

    private static final String STATE = "if(" + IN_HAND + ", 'RUNNING', p.state)";

    private final Sql sql;

    PartList(Connection connection) {
        this.sql = Sql.ofPlatform(connection);
    }

    /** What the nodes are making now. */
    List<String> inHand() throws SQLException {
        return sql.query(
                "select task_data from scheduled_tasks where task_name = ? and picked",
                row -> CommissionWork.of(new String(
                                Objects.requireNonNull(row.bytes("task_data"), "work"), StandardCharsets.UTF_8))
                        .subject(),
                RunScheduler.COMMISSION_TASK);
    }

    Page<RunPart, RunPart.Place> page(UUID run, RunPart.Query query) throws SQLException {
        var hand = inHand();
        var text = new StringBuilder("select p.id, p.kind, p.tenant_id, p.commission_id, p.trajectory_id, ")
                .append(STATE)
                .append(" state, p.reason from run_part p where p.run_id = ?");
        var arguments = new ArrayList<@Nullable Object>(List.of(hand, run));
        if (query.tenant() != null) {
            text.append(" and p.tenant_id = ?");
            arguments.add(query.tenant());
        }
        if (query.state() != null) {
            text.append(" and ").append(STATE).append(" = ?");
            arguments.add(hand);
            arguments.add(query.state());
        }
        var after = query.after();
        if (after != null) {
            text.append(" and (p.tenant_id > ? or p.tenant_id = ? and (p.subject_id > ?"
                    + " or p.subject_id = ? and p.kind > ?))");
            arguments.addAll(List.of(after.tenant(), after.tenant(), after.subject(), after.subject(), after.kind()));
        }
        text.append(" order by p.tenant_id, p.subject_id, p.kind limit ?");
        arguments.add(query.limit() + 1);
        var found = sql.query(text.toString(), PartList::part, arguments.toArray());
        return Page.of(found, query.limit(), RunPart::place);
    }

    /** For each commission and each reason how many there are, those first that somebody can do something about. */
    List<NotIssued> notIssued(UUID run) throws SQLException {
        return sql.query(
                "select p.tenant_id, t.code, p.commission_id, c.number, p.reason, count(*) parts from run_part p"
                        + " join tenant t on t.id = p.tenant_id"
                        + " join commission c on c.tenant_id = p.tenant_id and c.id = p.commission_id"
                        + " where p.run_id = ? and p.reason is not null"
                        + " group by p.tenant_id, p.commission_id, p.reason"
                        + " order by field(max(p.state), 'FAILED', 'WAITING', 'CANCELLED', 'WITHHELD'), t.code,"
                        + " c.number, p.reason",
                row -> new NotIssued(
                        new TenantId(row.uuid("tenant_id")),
                        row.text("code"),
                        row.uuid("commission_id"),
                        row.text("number"),
                        RunPart.Reason.valueOf(row.text("reason")),
                        row.count("parts")),
                run);
    }

    private static RunPart part(Sql.Row row) throws SQLException {
        var reason = row.textOrNull("reason");
        return new RunPart(
                row.uuid("id"),
                ReportKind.valueOf(row.text("kind")),
                new TenantId(row.uuid("tenant_id")),
                row.uuid("commission_id"),
                row.uuidOrNull("trajectory_id"),
                RunPart.State.valueOf(row.text("state")),
                reason == null ? null : RunPart.Reason.valueOf(reason));
    }
}
