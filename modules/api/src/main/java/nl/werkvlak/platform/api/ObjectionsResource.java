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
import nl.werkvlak.platform.subjectrights.Objections;
import nl.werkvlak.platform.subjectrights.Place;
import org.jspecify.annotations.Nullable;

/** Objections over HTTP, for the privacy officer: received, and then decided; never overwritten. */
@Dependent
@Path("objections")
@Produces(MediaType.APPLICATION_JSON)
public class ObjectionsResource {

    private final Objections objections;
    private final Registrar registrar;

    @Inject
    ObjectionsResource(Objections objections, Registrar registrar) {
        this.objections = objections;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.OBJECTION_READ)
    @Answers(
            status = 200,
            body = ObjectionPage.class,
            otherwise = {400, 404})
    public ObjectionPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("commission") @Nullable String commission,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var page = objections.list(
                registrar.tenant(tenant),
                Query.id("client", client),
                Query.id("commission", commission),
                Query.after(cursor, Place::new),
                Query.limit(limit));
        return new ObjectionPage(
                page.items().stream().map(ObjectionView::of).toList(),
                Query.next(page, place -> Query.cursor(place.at(), place.id())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OBJECTION_WRITE)
    @Answers(
            status = 201,
            body = ObjectionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response receive(@QueryParam("tenant") @Nullable String tenant, ReceiveObjection body) {
        var of = registrar.tenant(tenant);
        var view = ObjectionView.of(objections.receive(
                of,
                body.client(),
                Chosen.orAll("purposes", body.purposes()),
                body.receivedAt(),
                registrar.because(body.reason())));
        return Registrar.created("objections", view.id(), of, view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.OBJECTION_READ)
    @Answers(
            status = 200,
            body = ObjectionView.class,
            otherwise = {400, 404})
    public ObjectionView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return ObjectionView.of(objections.get(registrar.tenant(tenant), Ids.of(id)));
    }

    /** Every state that it had, with who made it so, when and why. */
    @GET
    @Path("{id}/history")
    @Requires(Permission.OBJECTION_READ)
    @Answers(
            status = 200,
            body = ObjectionHistory.class,
            otherwise = {400, 404})
    public ObjectionHistory history(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new ObjectionHistory(objections.history(registrar.tenant(tenant), Ids.of(id)).stream()
                .map(ObjectionView::of)
                .toList());
    }

    /** Decides it, once. */
    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OBJECTION_WRITE)
    @Answers(
            status = 200,
            body = ObjectionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public ObjectionView decide(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, DecideObjection body) {
        var change = registrar.because(body.reason());
        return ObjectionView.of(
                objections.decide(registrar.tenant(tenant), Ids.of(id), body.outcome(), body.decidedAt(), change));
    }
}
