package nl.werkvlak.platform.onboarding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/** One row of an export: its fields in the order of the specification, read into values, and what is wrong with them. */
final class Row {

    private final ExportFile file;
    private final long line;
    private final List<String> texts;
    private final @Nullable Object[] values;
    private final List<Finding> findings = new ArrayList<>(0);
    private Links links = new Links();
    private boolean followsRefused;

    /**
     * Reads a row.
     *
     * @param texts the fields, in the order of the specification's columns
     */
    Row(ExportFile file, long line, List<String> texts) {
        this(file, texts, line);
        var columns = file.spec().columns();
        for (var at = 0; at < values.length; at++) {
            read(at, columns.get(at), texts.get(at));
        }
        for (var rule : file.spec().rules()) {
            rule.check(this);
        }
    }

    private Row(ExportFile file, List<String> texts, long line) {
        this.file = file;
        this.line = line;
        this.texts = texts;
        this.values = new @Nullable Object[texts.size()];
    }

    /** A row whose fields may stand in the wrong columns: nothing in it is believed but its name, to refuse by. */
    static Row ofWrongWidth(ExportFile file, long line, List<String> texts, Fault fault) {
        var row = new Row(file, texts, line);
        row.refuse(null, fault);
        var name = file.spec().name();
        if (name != null && row.has(name)) {
            row.values[file.spec().position(name)] = texts.get(file.spec().position(name));
        }
        return row;
    }

    private void read(int at, Column column, String text) {
        if (text.isBlank()) {
            if (column.required()) {
                refuse(column.name(), Fault.MISSING_VALUE);
            }
        } else if (text.indexOf('\0') >= 0) {
            refuse(column.name(), Fault.NUL_BYTE);
        } else {
            try {
                values[at] = column.form().read(text);
            } catch (BadField bad) {
                refuse(column.name(), bad.fault());
            }
        }
    }

    void refuse(@Nullable String column, Fault fault) {
        findings.add(Finding.of(file, line, column, fault));
    }

    /** A row that this one refers to is refused; that one is the fault, this one only its consequence. */
    void followsRefused() {
        followsRefused = true;
    }

    boolean isRefused() {
        return followsRefused || !findings.isEmpty();
    }

    ExportFile file() {
        return file;
    }

    long line() {
        return line;
    }

    Links links() {
        return links;
    }

    /** Takes over what an earlier reading found out. */
    void takeLinks(Links known) {
        links = known;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Something stands there, whether it could be read or not. */
    boolean has(String field) {
        return !texts.get(file.spec().position(field)).isBlank();
    }

    /** What stands there; nothing when it is absent or could not be read. */
    @Nullable
    Object value(String field) {
        return values[file.spec().position(field)];
    }

    @Nullable
    Object value(int position) {
        return values[position];
    }

    /** How much text it holds. */
    int characters() {
        return texts.stream().mapToInt(String::length).sum();
    }

    /** How rows of other files call this row, if they do. */
    @Nullable
    String name() {
        var name = file.spec().name();
        return name == null ? null : (String) value(name);
    }

    /** What this row is called within its tenant, the same at every import; nothing while a part of it is unknown. */
    @Nullable
    String ownName() {
        var parts = new StringBuilder();
        for (var link : file.spec().within()) {
            parts.append(links.to(link)).append(':');
        }
        for (var field : file.spec().key()) {
            var value = value(field);
            if (value == null) {
                return null;
            }
            parts.append(parts.isEmpty() || parts.charAt(parts.length() - 1) == ':' ? "" : "\u001f")
                    .append(value);
        }
        return parts.toString();
    }

    /**
     * The id under which this row is stored.
     *
     * @param nth which of the rows with the same key it is, counted from 1
     */
    @Nullable
    UUID id(int nth) {
        var name = ownName();
        if (name == null) {
            return null;
        }
        if (file == ExportFile.TENANTS) {
            return TenantId.ofCode(name).value();
        }
        if (file == ExportFile.COACHES) {
            return UUID.nameUUIDFromBytes(("coach:" + name).getBytes(StandardCharsets.UTF_8));
        }
        var tenant = links.tenant();
        return tenant == null ? null : tenant.idOf(file.spec().table(), nth == 1 ? name : name + "#" + nth);
    }

    /**
     * Its known fields as one text, in which no two different rows look the same. A column that a file may lack is named, and
     * only where something stands in it: a row without it is the row that it was before the column was known.
     */
    String canonical() {
        var text = new StringBuilder();
        var columns = file.spec().columns();
        for (var at = 0; at < columns.size(); at++) {
            var field = texts.get(at);
            if (!columns.get(at).canLack()) {
                text.append(field.length()).append(':').append(field);
            } else if (!field.isEmpty()) {
                text.append(columns.get(at).name())
                        .append(field.length())
                        .append(':')
                        .append(field);
            }
        }
        return text.toString();
    }

    static String hexDigest(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** A digest by which two texts are found to be the same, short and without meaning; not a secret-keeper. */
    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No MD5", e);
        }
    }
}
