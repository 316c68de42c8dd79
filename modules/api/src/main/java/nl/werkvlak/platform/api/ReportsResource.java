package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.reporting.Report;
import nl.werkvlak.platform.reporting.Reports;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Reports over HTTP, for the tenant of the token. The report of another tenant, one that was withdrawn and one that never
 * existed give the same answer.
 */
@Dependent
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private final Reports reports;

    @Inject
    ReportsResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Requires(Permission.REPORT_PULL)
    @Answers(status = 200, body = ReportPage.class, otherwise = 400)
    public ReportPage list(
            @QueryParam("period") @Nullable String period,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = reports.list(
                new Reports.Query(
                        Query.month("period", period),
                        Query.choice("kind", ReportKind.class, kind),
                        null,
                        cursor == null ? null : placeIn(cursor),
                        Query.limit(limit)),
                Doorkeeper.callerId());
        var next = page.next();
        return new ReportPage(
                page.reports().stream().map(ReportView::of).toList(), next == null ? null : cursorOf(next));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.REPORT_PULL)
    @Answers(
            status = 200,
            body = ReportView.class,
            otherwise = {400, 404})
    public ReportView get(@PathParam("id") String id) {
        return ReportView.of(reports.get(Ids.of(id), Doorkeeper.callerId()));
    }

    /**
     * The report itself, in the form that is asked for; on paper when any will do. That it is opened is registered before a
     * byte of it leaves; a question about the headers alone, or by who has it already, opens nothing: then it was listed.
     */
    @GET
    @Path("{id}/content")
    @Produces({Forms.PDF, Forms.HTML, MediaType.APPLICATION_JSON, Forms.XLSX, Forms.CSV})
    @Requires(Permission.REPORT_PULL)
    @Answers(
            status = 200,
            otherwise = {304, 400, 404, 406})
    public Response content(@PathParam("id") String id, @Context Request request) {
        var report = reports.get(Ids.of(id), Doorkeeper.callerId());
        var form = Forms.asked(request, report.forms());
        var tag = tag(report, form);
        var unchanged = tag == null ? null : request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // The server drops the body, and keeps what it says about one of this size.
            return headers(form == Form.PDF ? Response.ok(new byte[report.size()]) : Response.ok(), report, form, tag)
                    .build();
        }
        var pulled = reports.pull(report.id(), form, Doorkeeper.callerId());
        return headers(Response.ok(pulled.content()), report, form, tag).build();
    }

    private static Response.ResponseBuilder headers(
            Response.ResponseBuilder answer, Report report, Form form, @Nullable EntityTag tag) {
        var kind = report.kind().name().toLowerCase(Locale.ROOT);
        if (form == Form.PDF) {
            answer.header(HttpHeaders.CONTENT_LENGTH, report.size());
        }
        return Forms.headers(answer, form, kind, report.fileName(form)).tag(tag);
    }

    /** Of what was kept to the letter; other forms are made anew, and may look otherwise after a new version of the platform. */
    private static @Nullable EntityTag tag(Report report, Form form) {
        return switch (form) {
            case PDF -> new EntityTag(report.digest());
            case JSON -> report.documentDigest().map(EntityTag::new).orElse(null);
            case HTML, XLSX, CSV -> null;
        };
    }

    private static String cursorOf(Reports.Place place) {
        return Query.cursor(place.issuedAt() + " " + place.id());
    }

    private static Reports.Place placeIn(String cursor) {
        var parts = Query.place(cursor).split(" ", -1);
        try {
            if (parts.length == 2) {
                return new Reports.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Told below.
        }
        throw BadInput.of("cursor", "not-a-cursor");
    }
}
