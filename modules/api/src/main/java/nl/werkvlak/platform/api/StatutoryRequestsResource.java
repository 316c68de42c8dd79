package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.StatutoryRequests;
import org.jspecify.annotations.Nullable;

/** Written statutory requests over HTTP, for the privacy officer: received, and never changed. */
@Dependent
@Path("statutory-requests")
@Produces(MediaType.APPLICATION_JSON)
public class StatutoryRequestsResource {

    private final StatutoryRequests requests;
    private final Registrar registrar;

    @Inject
    StatutoryRequestsResource(StatutoryRequests requests, Registrar registrar) {
        this.requests = requests;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.STATUTORY_REQUEST_READ)
    @Answers(
            status = 200,
            body = StatutoryRequestPage.class,
            otherwise = {400, 404})
    public StatutoryRequestPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var page = requests.list(
                registrar.tenant(tenant), Query.id("client", client), Query.afterId(cursor), Query.limit(limit));
        return new StatutoryRequestPage(
                page.items().stream().map(StatutoryRequestView::of).toList(), Query.next(page, Query::cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.STATUTORY_REQUEST_WRITE)
    @Answers(
            status = 201,
            body = StatutoryRequestView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response receive(@QueryParam("tenant") @Nullable String tenant, ReceiveRequest body) {
        var of = registrar.tenant(tenant);
        var view = StatutoryRequestView.of(requests.receive(of, body.toRequest(), registrar.because(body.reason())));
        return Registrar.created("statutory-requests", view.id(), of, view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.STATUTORY_REQUEST_READ)
    @Answers(
            status = 200,
            body = StatutoryRequestView.class,
            otherwise = {400, 404})
    public StatutoryRequestView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return StatutoryRequestView.of(requests.get(registrar.tenant(tenant), Ids.of(id)));
    }
}
