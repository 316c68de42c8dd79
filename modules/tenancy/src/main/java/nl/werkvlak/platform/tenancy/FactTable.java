package nl.werkvlak.platform.tenancy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Where facts of one kind are kept: recorded, and then acted upon, each time with an author and a reason; every state of
 * a fact stays ({@link Known}). Each call is a transaction of its own, and reaches the rows of one tenant.
 */
public final class FactTable<T> {

    private static final String ONE = "tenant_id = :tenant and id = ?";

    private final DataSource database;
    private final String table;
    private final String select;
    private final Sql.Reader<T> reader;
    private final Supplier<Refusal> unknown;

    /**
     * @param columns what the reader reads
     * @param unknown what is said of an id that this tenant does not have
     */
    public FactTable(
            DataSource database, String table, String columns, Sql.Reader<T> reader, Supplier<Refusal> unknown) {
        this.database = database;
        this.table = table;
        this.select = "select " + columns + ", " + Known.COLUMNS + " from " + table + " ";
        this.reader = reader;
        this.unknown = unknown;
    }

    /** What leaves a new fact behind; answers with its id. */
    public interface Recording {
        UUID with(Sql sql) throws SQLException;
    }

    /** What happens to a fact that nobody else changes meanwhile. */
    public interface Act<T> {
        void on(Sql sql, T fact) throws SQLException;
    }

    public Known<T> record(TenantId tenant, Recording recording) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            return found(sql, recording.with(sql));
        });
    }

    public Known<T> act(TenantId tenant, UUID id, Act<T> act) {
        return Transactions.in(database, connection -> {
            var sql = Sql.ofTenant(connection, tenant);
            act.on(sql, one(sql, " for update", id).fact());
            return found(sql, id);
        });
    }

    public Known<T> get(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> found(Sql.ofTenant(connection, tenant), id));
    }

    /** Every state that a fact had, the oldest first. */
    public List<Known<T>> history(TenantId tenant, UUID id) {
        return Transactions.in(database, connection -> {
            var states = query(
                    Sql.ofTenant(connection, tenant), "for system_time all where " + ONE + " order by row_start", id);
            if (states.isEmpty()) {
                throw unknown.get();
            }
            return states;
        });
    }

    /**
     * A page of the facts for which a condition holds.
     *
     * @param condition what follows {@code where tenant_id = :tenant and}, with the order
     */
    public <P> Page<Known<T>, P> page(
            TenantId tenant, int limit, Function<T, P> placeOf, String condition, @Nullable Object... arguments) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(arguments));
        all.add(limit + 1);
        return Transactions.in(
                database,
                connection -> Page.of(
                        where(Sql.ofTenant(connection, tenant), condition + " limit ?", all.toArray()),
                        limit,
                        known -> placeOf.apply(known.fact())));
    }

    /** All facts for which a condition holds, where there are never many. */
    public List<Known<T>> all(TenantId tenant, String condition, @Nullable Object... arguments) {
        return Transactions.in(database, connection -> where(Sql.ofTenant(connection, tenant), condition, arguments));
    }

    /** The facts for which a condition holds, within a transaction that is under way. */
    public List<Known<T>> where(Sql sql, String condition, @Nullable Object... arguments) throws SQLException {
        return query(sql, "where tenant_id = :tenant and " + condition, arguments);
    }

    /** Gives a fact its next state: what follows {@code set}, with who made it so and why. */
    public void change(Sql sql, UUID id, Change change, String assignments, @Nullable Object... arguments)
            throws SQLException {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(arguments));
        all.addAll(List.of(change.by(), change.reason(), id));
        sql.update(
                "update " + table + " set " + assignments + ", changed_by = ?, change_reason = ? where " + ONE,
                all.toArray());
    }

    private Known<T> found(Sql sql, UUID id) throws SQLException {
        return one(sql, "", id);
    }

    private Known<T> one(Sql sql, String lock, UUID id) throws SQLException {
        return query(sql, "where " + ONE + lock, id).stream().findFirst().orElseThrow(unknown);
    }

    private List<Known<T>> query(Sql sql, String rest, @Nullable Object... arguments) throws SQLException {
        return sql.query(select + rest, row -> Known.read(row, reader), arguments);
    }
}
