package nl.werkvlak.platform.api;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Collection;
import nl.werkvlak.platform.reporting.Form;

/** The forms of a report over HTTP: which one is asked for by the header {@code Accept}, and how it is answered. */
final class Forms {

    static final String PDF = "application/pdf";
    static final String HTML = "text/html";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private static final String POLICY = "Content-Security-Policy";

    private Forms() {}

    /**
     * The one that is asked for, or the first where any will do.
     *
     * @throws NotAcceptableException when there is none of those that are asked for
     */
    static Form asked(Request request, Collection<Form> there) {
        var types =
                there.stream().map(form -> MediaType.valueOf(form.mediaType())).toArray(MediaType[]::new);
        var variant = request.selectVariant(Variant.mediaTypes(types).add().build());
        return there.stream()
                .filter(form ->
                        variant != null && variant.getMediaType().toString().equals(form.mediaType()))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    /** @param kind of the report, as its JSON says it: where the schema of that is published */
    static Response.ResponseBuilder headers(Response.ResponseBuilder answer, Form form, String kind, String fileName) {
        var safe = fileName.replaceAll("[^A-Za-z0-9._-]", "-");
        answer.type(form.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + safe + "\"");
        if (form == Form.HTML) {
            answer.header(POLICY, Form.POLICY);
        }
        if (form == Form.JSON) {
            answer.header(
                    HttpHeaders.LINK,
                    "<" + ApiApplication.PATH + "/" + ReportSchemasResource.AT + "/" + kind + ">; rel=\"describedby\"");
        }
        return answer;
    }
}
