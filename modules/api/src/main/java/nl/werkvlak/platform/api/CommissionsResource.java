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
import java.util.Objects;
import nl.werkvlak.platform.disclosure.MatrixVersions;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.processingregister.RetentionOverrides;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.CommissionAgreements;
import org.jspecify.annotations.Nullable;

/** What is agreed per commission, over HTTP, for the platform's own people: one tenant at a time. */
@Dependent
@Path("commissions")
@Produces(MediaType.APPLICATION_JSON)
public class CommissionsResource {

    private final CommissionAgreements agreements;
    private final RetentionOverrides overrides;
    private final MatrixVersions matrix;

    @Inject
    CommissionsResource(CommissionAgreements agreements, RetentionOverrides overrides, MatrixVersions matrix) {
        this.agreements = agreements;
        this.overrides = overrides;
        this.matrix = matrix;
    }

    @GET
    @Requires(Permission.COMMISSION_READ)
    @Answers(
            status = 200,
            body = CommissionPage.class,
            otherwise = {400, 404})
    public CommissionPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var page = agreements.list(tenant(tenant), Query.after(cursor), Query.limit(limit));
        return new CommissionPage(
                page.items().stream().map(CommissionView::of).toList(), Query.next(page, Query::cursor));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.COMMISSION_READ)
    @Answers(
            status = 200,
            body = CommissionView.class,
            otherwise = {400, 404})
    public CommissionView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return CommissionView.of(agreements.get(tenant(tenant), Ids.of(id)));
    }

    @GET
    @Path("{id}/terms")
    @Requires(Permission.COMMISSION_READ)
    @Answers(
            status = 200,
            body = TermsHistory.class,
            otherwise = {400, 404})
    public TermsHistory terms(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new TermsHistory(agreements.history(tenant(tenant), Ids.of(id)).stream()
                .map(TermsView::of)
                .toList());
    }

    @POST
    @Path("{id}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.COMMISSION_WRITE)
    @Answers(
            status = 201,
            body = TermsRecorded.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response recordTerms(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, RecordTerms body) {
        var of = tenant(tenant);
        var commission = agreements.get(of, Ids.of(id));
        var terms = agreements.record(of, commission.id(), body.toTerms(), Doorkeeper.callerId(), body.reason());
        var denied = matrix.deniedTo(commission.recipient(), Objects.requireNonNull(terms.inForceFrom()));
        return Response.status(Response.Status.CREATED)
                .entity(new TermsRecorded(
                        TermsView.of(terms),
                        denied.stream().filter(terms.dataScope()::contains).toList()))
                .build();
    }

    @GET
    @Path("{id}/retention-overrides")
    @Requires(Permission.COMMISSION_READ)
    @Answers(
            status = 200,
            body = RetentionOverrideList.class,
            otherwise = {400, 404})
    public RetentionOverrideList retention(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new RetentionOverrideList(overrides.of(tenant(tenant), Ids.of(id)).stream()
                .map(RetentionOverrideView::of)
                .toList());
    }

    @POST
    @Path("{id}/retention-overrides")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.COMMISSION_WRITE)
    @Answers(
            status = 201,
            body = RetentionOverrideView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response recordRetention(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, RecordRetentionOverride body) {
        var recorded = overrides.record(
                tenant(tenant),
                Ids.of(id),
                body.category(),
                body.months(),
                body.inForceFrom(),
                Doorkeeper.callerId(),
                body.reason());
        return Response.status(Response.Status.CREATED)
                .entity(RetentionOverrideView.of(recorded))
                .build();
    }

    private static TenantId tenant(@Nullable String text) {
        return new TenantId(Query.required("tenant", Query.id("tenant", text)));
    }
}
