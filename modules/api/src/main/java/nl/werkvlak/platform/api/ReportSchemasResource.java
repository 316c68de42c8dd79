package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.security.OpenToAll;

/** The schemas of reports as JSON. */
@Dependent
@Path(ReportSchemasResource.AT)
public class ReportSchemasResource {

    static final String AT = "report-schemas";

    private static final String SCHEMA = "application/schema+json";

    @GET
    @Path("{kind}")
    @Produces(SCHEMA)
    @OpenToAll("Who builds a client has to know what a report looks like before there is a client; it holds no data")
    @Answers(
            status = 200,
            otherwise = {400, 404})
    public Response get(@PathParam("kind") String kind) {
        var schema = Form.schema(kind)
                .orElseThrow(() -> Refusal.unknown("report-schema", "There is no such kind of report."));
        return Response.ok(schema, SCHEMA).build();
    }
}
