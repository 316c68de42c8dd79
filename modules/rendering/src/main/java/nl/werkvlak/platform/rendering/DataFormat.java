package nl.werkvlak.platform.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The forms in which the rows of a report are given out, beside the one on paper. */
public enum DataFormat {
    /** Every table is a sheet of its own. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The first table only: one file holds rows of one kind (RFC 4180). */
    CSV("text/csv");

    private final String mediaType;

    DataFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    void write(List<DataTable> tables, OutputStream out) throws IOException {
        switch (this) {
            case XLSX -> XlsxWriter.write(tables, out);
            case CSV -> CsvWriter.write(tables, out);
        }
    }
}
