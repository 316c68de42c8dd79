package nl.werkvlak.platform.tenancy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The one road for work in bulk (the import, the facts, the run), beside the persistence unit: plain SQL in sets.
 *
 * <p>Made for a tenant, it refuses every statement that does not name {@code :tenant}, and binds that tenant itself; a
 * statement over the platform's own tables, or over all tenants at once, says so by {@link #ofPlatform}. A collection as
 * an argument becomes a list of question marks. Instants are stored as UTC. The caller owns the connection and its
 * transaction.
 */
public final class Sql {

    private static final Pattern TENANT = Pattern.compile(":tenant\\b");
    private static final Pattern PLACE = Pattern.compile(":tenant\\b|\\?");

    private final Connection connection;
    private final @Nullable TenantId tenant;

    private Sql(Connection connection, @Nullable TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Statements over the rows of one tenant; each has to name {@code :tenant}. */
    public static Sql ofTenant(Connection connection, TenantId tenant) {
        return new Sql(connection, tenant);
    }

    /** Statements over tables that belong to no tenant, or that count over all of them. */
    public static Sql ofPlatform(Connection connection) {
        return new Sql(connection, null);
    }

    /** Reads one row. */
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** Takes each row as it comes, so that a large answer never stands in memory as a whole. */
    public interface Visitor {
        void visit(Row row) throws SQLException;
    }

    public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... arguments) throws SQLException {
        var answer = new ArrayList<T>();
        stream(sql, row -> answer.add(reader.read(row)), arguments);
        return answer;
    }

    /**
     * Visits each row of the answer. One that was asked by a list is fetched at once: of an answer fetched by parts the
     * connector keeps the arguments for as long as the connection lives, and a list of tens of thousands with them. So who
     * asks by a list asks for few rows of each, or by portions of the list.
     */
    public void stream(String sql, Visitor visitor, @Nullable Object... arguments) throws SQLException {
        try (var statement = prepare(sql, arguments)) {
            if (Arrays.stream(arguments).noneMatch(Collection.class::isInstance)) {
                statement.setFetchSize(1_000);
            }
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                while (rows.next()) {
                    visitor.visit(row);
                }
            }
        }
    }

    /** Returns how many rows were changed. */
    public int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (var statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** Runs one statement for many rows in one go; nothing for no rows. */
    public void batch(String sql, Collection<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var places = places(sql);
        rows.forEach(row -> demandArguments(places, row.length));
        try (var statement = connection.prepareStatement(PLACE.matcher(sql).replaceAll("?"))) {
            for (var row : rows) {
                bind(statement, places, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        var places = places(sql);
        demandArguments(places, arguments.length);
        var text = new StringBuilder();
        var matcher = PLACE.matcher(sql);
        var next = 0;
        while (matcher.find()) {
            var isTenant = matcher.group().length() > 1;
            var argument = isTenant ? null : arguments[next++];
            var marks = argument instanceof Collection<?> list
                    ? String.join(",", Collections.nCopies(Math.max(1, list.size()), "?"))
                    : "?";
            matcher.appendReplacement(text, Matcher.quoteReplacement(marks));
        }
        matcher.appendTail(text);
        var statement = connection.prepareStatement(text.toString());
        try {
            bind(statement, places, arguments);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** For each mark in the statement, whether the tenant belongs there. */
    private List<Boolean> places(String sql) {
        if (tenant != null && !TENANT.matcher(sql).find()) {
            throw new IllegalStateException("A statement over a tenant's rows has to name :tenant");
        }
        if (tenant == null && TENANT.matcher(sql).find()) {
            throw new IllegalStateException("No tenant in context");
        }
        return PLACE.matcher(sql)
                .results()
                .map(place -> place.group().length() > 1)
                .toList();
    }

    private void bind(PreparedStatement statement, List<Boolean> places, @Nullable Object... arguments)
            throws SQLException {
        var at = 1;
        var next = 0;
        for (var isTenant : places) {
            if (isTenant) {
                statement.setString(at++, String.valueOf(tenant));
            } else if (arguments[next] instanceof Collection<?> list) {
                // An empty list matches nothing, as in mathematics.
                if (list.isEmpty()) {
                    statement.setObject(at++, null);
                }
                for (var element : list) {
                    statement.setObject(at++, column(element));
                }
                next++;
            } else {
                statement.setObject(at++, column(arguments[next++]));
            }
        }
    }

    private static void demandArguments(List<Boolean> places, int given) {
        var marks = Collections.frequency(places, false);
        if (marks != given) {
            throw new IllegalArgumentException("The statement has " + marks + " marks, not " + given);
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof UUID || value instanceof Enum<?> || value instanceof TenantId) {
            return value.toString();
        }
        return value;
    }

    /** Members as a SET column takes them, in the order in which they were declared. */
    public static String set(Collection<? extends Enum<?>> members) {
        return members.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    /** One row of an answer, by the names of its columns. */
    public static final class Row {

        private final ResultSet rows;

        private Row(ResultSet rows) {
            this.rows = rows;
        }

        public String text(String column) throws SQLException {
            return Objects.requireNonNull(rows.getString(column), column);
        }

        public @Nullable String textOrNull(String column) throws SQLException {
            return rows.getString(column);
        }

        public UUID uuid(String column) throws SQLException {
            return UUID.fromString(text(column));
        }

        public @Nullable UUID uuidOrNull(String column) throws SQLException {
            var text = rows.getString(column);
            return text == null ? null : UUID.fromString(text);
        }

        public int number(String column) throws SQLException {
            return rows.getInt(column);
        }

        public @Nullable Integer numberOrNull(String column) throws SQLException {
            return rows.getObject(column, Integer.class);
        }

        public long count(String column) throws SQLException {
            return rows.getLong(column);
        }

        public boolean flag(String column) throws SQLException {
            return rows.getBoolean(column);
        }

        public @Nullable BigDecimal amountOrNull(String column) throws SQLException {
            return rows.getBigDecimal(column);
        }

        public LocalDate day(String column) throws SQLException {
            return Objects.requireNonNull(dayOrNull(column), column);
        }

        public @Nullable LocalDate dayOrNull(String column) throws SQLException {
            return rows.getObject(column, LocalDate.class);
        }

        public Instant instant(String column) throws SQLException {
            return Objects.requireNonNull(instantOrNull(column), column);
        }

        public @Nullable Instant instantOrNull(String column) throws SQLException {
            var moment = rows.getObject(column, LocalDateTime.class);
            return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
        }

        /** The members of a SET column; none for an empty one or for null. */
        public <E extends Enum<E>> Set<E> set(String column, Class<E> kind) throws SQLException {
            var members = EnumSet.noneOf(kind);
            var text = rows.getString(column);
            if (text != null && !text.isEmpty()) {
                for (var name : text.split(",", -1)) {
                    members.add(Enum.valueOf(kind, name));
                }
            }
            return members;
        }

        public byte @Nullable [] bytes(String column) throws SQLException {
            return rows.getBytes(column);
        }
    }
}
