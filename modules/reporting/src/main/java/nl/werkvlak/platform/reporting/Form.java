package nl.werkvlak.platform.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import nl.werkvlak.platform.rendering.DataFormat;
import nl.werkvlak.platform.rendering.Renderer;
import nl.werkvlak.platform.tenancy.Letterhead;

/** In which form a report is given out. All of them say what was released when it was made. */
public enum Form {
    /** On paper: tagged, and fit for an archive. */
    PDF("application/pdf", "application/pdf"),
    /** One accessible page, for a browser. */
    HTML("text/html", "text/html;charset=UTF-8"),
    /** For programs; its schema is published. */
    JSON("application/json", "application/json"),
    /** Its rows, numbers as numbers, for a spreadsheet. */
    XLSX(DataFormat.XLSX.mediaType(), DataFormat.XLSX.mediaType()),
    /** The first of its tables. */
    CSV(DataFormat.CSV.mediaType(), "text/csv;charset=UTF-8");

    /** What a browser may do with a report as a page (Content-Security-Policy): show its own style and pictures. */
    public static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final String mediaType;
    private final String contentType;

    Form(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media type, with the letters that a text is written in. */
    public String contentType() {
        return contentType;
    }

    /** The JSON Schema (2020-12) of a kind of report as JSON; nothing for a kind that there is not. */
    public static Optional<byte[]> schema(String kind) {
        return Renderer.schema(kind);
    }

    /** Safe to show and to log. */
    String fileName(String number) {
        return number + "." + name().toLowerCase(Locale.ROOT);
    }

    /** Only reports over many have rows that say something by themselves. */
    boolean isOfRows() {
        return this == XLSX || this == CSV;
    }

    /**
     * A released document in this form.
     *
     * @param document as JSON
     * @throws IllegalStateException for paper, which is kept as it was printed
     */
    byte[] of(byte[] document, Letterhead letterhead, Renderer renderer, Locale language) {
        return switch (this) {
            case PDF -> throw new IllegalStateException("Paper is kept, and not made again");
            case HTML -> renderer.html(document, letterhead, language);
            case JSON -> document;
            case XLSX -> rows(document, DataFormat.XLSX, renderer, language);
            case CSV -> rows(document, DataFormat.CSV, renderer, language);
        };
    }

    private static byte[] rows(byte[] document, DataFormat format, Renderer renderer, Locale language) {
        var out = new ByteArrayOutputStream();
        try {
            renderer.write(document, language, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
