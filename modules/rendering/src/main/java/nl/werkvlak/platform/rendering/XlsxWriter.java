package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables as a workbook: numbers are numbers, dates are dates, the first row stays in sight, and a text is a text,
 * also when it begins like a formula. Rows go out while they come in, so that their number costs no memory.
 */
final class XlsxWriter {

    private static final String VERSION = "1.0";
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final int WIDE = 40;
    private static final int NARROW = 16;

    private XlsxWriter() {}

    static void write(List<DataTable> tables, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Werkvlak", VERSION);
        for (var table : tables) {
            sheet(workbook.newWorksheet(table.name()), table);
        }
        workbook.finish();
    }

    private static void sheet(Worksheet sheet, DataTable table) throws IOException {
        sheet.freezePane(0, 1);
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.inlineString(0, column, table.columns().get(column).name());
            sheet.style(0, column).bold().set();
            sheet.width(column, column == 0 || column == 2 ? WIDE : NARROW);
        }
        int number = 0;
        for (List<DataTable.Cell> row : table.rows()) {
            number++;
            for (int column = 0; column < row.size(); column++) {
                cell(sheet, number, column, row.get(column));
            }
            if (number % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int row, int column, DataTable.Cell cell) {
        if (cell instanceof DataTable.Amount amount) {
            if (amount.value() != null) {
                sheet.value(row, column, amount.value());
                sheet.style(row, column).format(amount.unit().format()).set();
            }
        } else if (cell instanceof DataTable.Day day) {
            if (day.day() != null) {
                sheet.value(row, column, day.day());
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
        } else if (cell instanceof DataTable.Suppressed suppressed) {
            sheet.inlineString(row, column, suppressed.mark());
            sheet.style(row, column).horizontalAlignment("right").set();
        } else if (cell instanceof DataTable.Text text && text.text() != null) {
            sheet.inlineString(row, column, text.text());
        }
    }
}
