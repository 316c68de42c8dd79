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
import nl.werkvlak.platform.subjectrights.Place;
import nl.werkvlak.platform.subjectrights.Restrictions;
import org.jspecify.annotations.Nullable;

/** Restrictions over HTTP, for the privacy officer: imposed, and then lifted; never overwritten. */
@Dependent
@Path("restrictions")
@Produces(MediaType.APPLICATION_JSON)
public class RestrictionsResource {

    private final Restrictions restrictions;
    private final Registrar registrar;

    @Inject
    RestrictionsResource(Restrictions restrictions, Registrar registrar) {
        this.restrictions = restrictions;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.RESTRICTION_READ)
    @Answers(
            status = 200,
            body = RestrictionPage.class,
            otherwise = {400, 404})
    public RestrictionPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("commission") @Nullable String commission,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var page = restrictions.list(
                registrar.tenant(tenant),
                Query.id("client", client),
                Query.id("commission", commission),
                Query.after(cursor, Place::new),
                Query.limit(limit));
        return new RestrictionPage(
                page.items().stream().map(RestrictionView::of).toList(),
                Query.next(page, place -> Query.cursor(place.at(), place.id())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RESTRICTION_WRITE)
    @Answers(
            status = 201,
            body = RestrictionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response impose(@QueryParam("tenant") @Nullable String tenant, ImposeRestriction body) {
        var of = registrar.tenant(tenant);
        var view = RestrictionView.of(restrictions.impose(of, body.toImposition(), registrar.because(body.reason())));
        return Registrar.created("restrictions", view.id(), of, view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.RESTRICTION_READ)
    @Answers(
            status = 200,
            body = RestrictionView.class,
            otherwise = {400, 404})
    public RestrictionView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return RestrictionView.of(restrictions.get(registrar.tenant(tenant), Ids.of(id)));
    }

    /** Every state that it had, with who made it so, when and why. */
    @GET
    @Path("{id}/history")
    @Requires(Permission.RESTRICTION_READ)
    @Answers(
            status = 200,
            body = RestrictionHistory.class,
            otherwise = {400, 404})
    public RestrictionHistory history(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new RestrictionHistory(restrictions.history(registrar.tenant(tenant), Ids.of(id)).stream()
                .map(RestrictionView::of)
                .toList());
    }

    /** Lifts it, once, after the client was told. */
    @POST
    @Path("{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RESTRICTION_WRITE)
    @Answers(
            status = 200,
            body = RestrictionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public RestrictionView lift(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, LiftRestriction body) {
        var change = registrar.because(body.reason());
        return RestrictionView.of(
                restrictions.lift(registrar.tenant(tenant), Ids.of(id), body.informedAt(), body.liftedAt(), change));
    }
}
