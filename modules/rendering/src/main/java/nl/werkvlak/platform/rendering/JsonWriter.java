package nl.werkvlak.platform.rendering;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes tables as one object: for each an array of rows, each an object by the keys of the columns. A number that gives way
 * is {@code null}, with what stands in its place beside it: {@code "value": null, "valueMark": "<5"}.
 */
final class JsonWriter {

    private JsonWriter() {}

    static void write(List<DataTable> tables, OutputStream out) throws IOException {
        var json = Json.createGenerator(out);
        json.writeStartObject();
        for (var table : tables) {
            json.writeStartArray(table.key());
            for (List<DataTable.Cell> row : table.rows()) {
                json.writeStartObject();
                for (int column = 0; column < row.size(); column++) {
                    cell(json, table.columns().get(column).key(), row.get(column));
                }
                json.writeEnd();
            }
            json.writeEnd();
        }
        json.writeEnd();
        json.flush();
    }

    private static void cell(JsonGenerator json, String key, DataTable.Cell cell) {
        if (cell instanceof DataTable.Amount amount && amount.value() != null) {
            json.write(key, amount.value());
        } else if (cell instanceof DataTable.Day day && day.day() != null) {
            json.write(key, day.day().toString());
        } else if (cell instanceof DataTable.Text text && text.text() != null) {
            json.write(key, text.text());
        } else {
            json.writeNull(key);
            if (cell instanceof DataTable.Suppressed suppressed) {
                json.write(key + "Mark", suppressed.mark());
            }
        }
    }
}
