package nl.werkvlak.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What kind of data each column of the schema holds, by {@code db/data-categories.csv}: the name of a data category
 * (regulation art. 6), {@code NONE}, {@code STAFF} or {@code INSIDE}.
 */
public final class DataCatalogue {

    private static final String FILE = "db/data-categories.csv";
    private static final String ANY = "*";
    private static final int PARTS = 3;

    private final Map<String, String> lines = new HashMap<>();

    private DataCatalogue() {}

    /** A column of the schema. */
    public record Column(String table, String name, String type) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    public static DataCatalogue read() {
        var catalogue = new DataCatalogue();
        try (var file =
                Objects.requireNonNull(DataCatalogue.class.getClassLoader().getResourceAsStream(FILE), FILE)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .forEach(catalogue::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    private void add(String line) {
        var parts = line.split(",", -1);
        if (parts.length != PARTS || lines.put(parts[0] + "." + parts[1], parts[2]) != null) {
            throw new IllegalStateException(FILE + " has a line twice, or one that is no line: " + line);
        }
    }

    /** The most telling line wins: of this column, of this column in any table, of the rest of this table. */
    public Optional<String> categoryOf(Column column) {
        return Optional.ofNullable(lines.get(column.table() + "." + column.name()))
                .or(() -> Optional.ofNullable(lines.get(ANY + "." + column.name())))
                .or(() -> Optional.ofNullable(lines.get(column.table() + "." + ANY)));
    }

    /** The lines that name a table and a column that are not there. */
    List<String> linesBeside(List<Column> columns) {
        var known = new ArrayList<String>();
        columns.forEach(column -> {
            known.add(column.toString());
            known.add(column.table() + "." + ANY);
            known.add(ANY + "." + column.name());
        });
        return lines.keySet().stream()
                .filter(line -> !known.contains(line))
                .sorted()
                .toList();
    }

    /** Every column of every table, but for those of the migration tool. */
    public static List<Column> columnsOf(DataSource database) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select table_name, column_name, data_type"
                        + " from information_schema.columns where table_schema = schema()"
                        + " and lower(table_name) not like 'databasechangelog%'")) {
            while (rows.next()) {
                columns.add(
                        new Column(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2), rows.getString(3)));
            }
        }
        return columns;
    }
}
