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
import nl.werkvlak.platform.legalbasis.LegalBases;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Legal bases over HTTP, for the privacy officer: recorded, and then ended, weighed or withdrawn; never overwritten. */
@Dependent
@Path("legal-bases")
@Produces(MediaType.APPLICATION_JSON)
public class LegalBasesResource {

    private final LegalBases bases;
    private final Registrar registrar;

    @Inject
    LegalBasesResource(LegalBases bases, Registrar registrar) {
        this.bases = bases;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.LEGAL_BASIS_READ)
    @Answers(
            status = 200,
            body = LegalBasisPage.class,
            otherwise = {400, 404})
    public LegalBasisPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("commission") @Nullable String commission,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var page = bases.list(
                registrar.tenant(tenant),
                Query.id("client", client),
                Query.id("commission", commission),
                Query.after(cursor),
                Query.limit(limit));
        return new LegalBasisPage(
                page.items().stream().map(LegalBasisView::of).toList(), Query.next(page, Query::cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.LEGAL_BASIS_WRITE)
    @Answers(
            status = 201,
            body = LegalBasisView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response record(@QueryParam("tenant") @Nullable String tenant, RecordBasis body) {
        var of = registrar.tenant(tenant);
        var view = LegalBasisView.of(bases.record(of, body.toTerms(), registrar.because(body.reason())));
        return Registrar.created("legal-bases", view.id(), of, view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.LEGAL_BASIS_READ)
    @Answers(
            status = 200,
            body = LegalBasisView.class,
            otherwise = {400, 404})
    public LegalBasisView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return LegalBasisView.of(bases.get(registrar.tenant(tenant), Ids.of(id)));
    }

    /** Every state that it had, with who made it so, when and why. */
    @GET
    @Path("{id}/history")
    @Requires(Permission.LEGAL_BASIS_READ)
    @Answers(
            status = 200,
            body = LegalBasisHistory.class,
            otherwise = {400, 404})
    public LegalBasisHistory history(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new LegalBasisHistory(bases.history(registrar.tenant(tenant), Ids.of(id)).stream()
                .map(LegalBasisView::of)
                .toList());
    }

    /** Sets the last day, once. */
    @POST
    @Path("{id}/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.LEGAL_BASIS_WRITE)
    @Answers(
            status = 200,
            body = LegalBasisView.class,
            otherwise = {400, 404, 409, 413, 415})
    public LegalBasisView end(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, EndBasis body) {
        var change = registrar.because(body.reason());
        return LegalBasisView.of(bases.end(registrar.tenant(tenant), Ids.of(id), body.lastDay(), change));
    }

    /** Records the balancing test of a legitimate interest, once. */
    @POST
    @Path("{id}/balancing-test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.LEGAL_BASIS_WRITE)
    @Answers(
            status = 200,
            body = LegalBasisView.class,
            otherwise = {400, 404, 409, 413, 415})
    public LegalBasisView balance(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, WeighInterests body) {
        var change = registrar.because(body.reason());
        return LegalBasisView.of(bases.balance(registrar.tenant(tenant), Ids.of(id), body.toTest(), change));
    }

    /** Takes a consent back: one request, as it was given with one. */
    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.LEGAL_BASIS_WRITE)
    @Answers(
            status = 200,
            body = LegalBasisView.class,
            otherwise = {400, 404, 409, 413, 415})
    public LegalBasisView withdraw(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, WithdrawConsent body) {
        var change = registrar.because(body.reason());
        return LegalBasisView.of(
                bases.withdraw(registrar.tenant(tenant), Ids.of(id), body.by(), body.withdrawnAt(), change));
    }
}
