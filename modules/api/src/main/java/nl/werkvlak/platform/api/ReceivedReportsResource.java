package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.werkvlak.platform.reporting.ReceivedReports;
import nl.werkvlak.platform.reporting.Reports;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Who was told about a client, over HTTP, for the privacy officer who answers that client (GDPR 15(1)(c) and 19). */
@Dependent
@Path("received-reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReceivedReportsResource {

    private final ReceivedReports received;
    private final Registrar registrar;

    @Inject
    ReceivedReportsResource(ReceivedReports received, Registrar registrar) {
        this.received = received;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.DISCLOSURE_READ)
    @Answers(
            status = 200,
            body = ReceivedReportPage.class,
            otherwise = {400, 404})
    public ReceivedReportPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var asked = Query.required("client", Query.id("client", client));
        return ReceivedReportPage.of(received.about(
                registrar.tenant(tenant), asked, Query.after(cursor, Reports.Place::new), Query.limit(limit)));
    }
}
