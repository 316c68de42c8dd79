package nl.werkvlak.platform.onboarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one file of an export looks like, and where its rows go. */
final class FileSpec {

    private final String fileName;
    private final String table;
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private List<Column> columns = List.of();
    private List<Link> within = List.of();
    private List<Link> stores = List.of();
    private List<String> key = List.of();
    private @Nullable String name;
    private @Nullable String date;
    private boolean repeats;
    private boolean versioned;
    private boolean fact;
    private boolean mayLack;

    private FileSpec(String fileName, String table) {
        this.fileName = fileName;
        this.table = table;
    }

    static FileSpec of(String fileName, String table) {
        return new FileSpec(fileName, table);
    }

    /** A file of what coaches recorded about a trajectory. */
    static FileSpec recorded(String fileName, String table) {
        return of(fileName, table).within(Link.TRAJECTORY).stores(Link.TRAJECTORY);
    }

    FileSpec columns(Column... all) {
        columns = List.of(all);
        for (var at = 0; at < all.length; at++) {
            positions.put(all[at].name(), at);
        }
        return this;
    }

    /** What makes a row the same row at the next import, besides its tenant and what it stands within. */
    FileSpec key(String... fields) {
        key = List.of(fields);
        return this;
    }

    FileSpec within(Link... parents) {
        within = List.of(parents);
        return this;
    }

    /** How rows of other files call a row of this one. */
    FileSpec namedBy(String field) {
        name = field;
        return this;
    }

    FileSpec stores(Link... links) {
        stores = List.of(links);
        return this;
    }

    /** The key may come back in the file: each time is a row of its own, told apart by its turn. */
    FileSpec mayRepeat() {
        repeats = true;
        return this;
    }

    /** On which day, or at which moment, what a row says was recorded. */
    FileSpec datedBy(String field) {
        date = field;
        return this;
    }

    /** The table counts versions, so that a page that was open meanwhile does not overwrite what came in. */
    FileSpec versioned() {
        versioned = true;
        return this;
    }

    /** The table keeps every state of a row, with who changed it and why; so the import says that too. */
    FileSpec fact() {
        fact = true;
        return this;
    }

    /** An export without this file has no such rows: other systems do not write it. */
    FileSpec mayLack() {
        mayLack = true;
        return this;
    }

    FileSpec rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    String fileName() {
        return fileName;
    }

    String table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    List<String> key() {
        return key;
    }

    List<Link> within() {
        return within;
    }

    List<Link> stores() {
        return stores;
    }

    List<Rule> rules() {
        return rules;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String date() {
        return date;
    }

    boolean repeats() {
        return repeats;
    }

    boolean isVersioned() {
        return versioned;
    }

    boolean isFact() {
        return fact;
    }

    boolean canLack() {
        return mayLack;
    }

    boolean isSealed() {
        return columns.stream().anyMatch(column -> column.sealedAs() != null);
    }

    int position(String field) {
        return Objects.requireNonNull(positions.get(field), field);
    }
}
