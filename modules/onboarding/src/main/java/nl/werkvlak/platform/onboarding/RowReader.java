package nl.werkvlak.platform.onboarding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Streams the rows of one file of an export, holding one row at a time. */
final class RowReader {

    /** What looks like the name of a column; anything else could be a value of a file without a header. */
    private static final Pattern COLUMN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** The place of a column that a file may lack. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    private RowReader() {}

    /** Takes what a file turns out to hold. */
    interface Visitor {
        void row(Row row) throws IOException, SQLException;

        /** Part of the file is at fault, or only ignored, and reading goes on. */
        void note(Finding finding, boolean ignored);
    }

    /**
     * Reads a file from its header to its end.
     *
     * @throws BrokenFile where it cannot be read any further
     */
    static void read(ExportFile file, InputStream in, Visitor visitor) throws IOException, SQLException {
        try (var csv = CsvReader.builder()
                .fieldSeparator(';')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(4 * GuardedReader.LARGEST_ROW)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(GuardedReader.LARGEST_ROW + 1)
                                .build(),
                        new GuardedReader(in))) {
            var records = csv.iterator();
            if (!hasNext(records)) {
                throw new BrokenFile(Fault.EMPTY_FILE, null);
            }
            var header = records.next().getFields();
            var places = places(file, header, visitor);
            while (hasNext(records)) {
                visitor.row(rowOf(file, header.size(), places, records.next()));
            }
        }
    }

    private static boolean hasNext(Iterator<CsvRecord> records) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where in a record each known column stands. */
    private static int[] places(ExportFile file, List<String> header, Visitor visitor) throws BrokenFile {
        Map<String, Integer> found = new HashMap<>();
        var complete = true;
        for (var at = 0; at < header.size(); at++) {
            if (found.put(header.get(at).strip(), at) != null
                    && isKnown(file, header.get(at).strip())) {
                complete = false;
                visitor.note(Finding.of(file, 1L, header.get(at).strip(), Fault.DUPLICATE_COLUMN), false);
            }
        }
        var columns = file.spec().columns();
        for (var column : columns) {
            if (!column.canLack() && !found.containsKey(column.name())) {
                complete = false;
                visitor.note(Finding.of(file, 1L, column.name(), Fault.MISSING_COLUMN), false);
            }
        }
        if (!complete) {
            throw new BrokenFile(Fault.MISSING_COLUMN, 1L);
        }
        for (var at = 0; at < header.size(); at++) {
            var name = header.get(at).strip();
            if (!isKnown(file, name)) {
                var shown = COLUMN_NAME.matcher(name).matches() ? name : "kolom " + (at + 1);
                visitor.note(Finding.of(file, 1L, shown, Fault.UNKNOWN_COLUMN), true);
            }
        }
        return columns.stream()
                .mapToInt(column -> found.getOrDefault(column.name(), NOWHERE))
                .toArray();
    }

    private static boolean isKnown(ExportFile file, String name) {
        return file.spec().columns().stream().anyMatch(column -> column.name().equals(name));
    }

    private static Row rowOf(ExportFile file, int width, int[] places, CsvRecord record) {
        var texts = new ArrayList<String>(places.length);
        for (var place : places) {
            texts.add(place < record.getFieldCount() ? record.getField(place) : "");
        }
        var line = record.getStartingLineNumber();
        if (record.getFieldCount() == width) {
            return new Row(file, line, texts);
        }
        return Row.ofWrongWidth(
                file, line, texts, record.getFieldCount() > width ? Fault.TOO_MANY_FIELDS : Fault.TOO_FEW_FIELDS);
    }
}
