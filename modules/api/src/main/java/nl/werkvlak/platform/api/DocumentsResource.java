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
import nl.werkvlak.platform.trajectory.Documents;
import org.jspecify.annotations.Nullable;

/**
 * Documents over HTTP: added, and then scanned and released, each by itself. The privacy officer records that a coach released
 * one, since machines have no coach behind them; the desk does not mind who asks.
 */
@Dependent
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {

    private final Documents documents;
    private final Registrar registrar;

    @Inject
    DocumentsResource(Documents documents, Registrar registrar) {
        this.documents = documents;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.DOCUMENT_READ)
    @Answers(
            status = 200,
            body = DocumentPage.class,
            otherwise = {400, 404})
    public DocumentPage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("trajectory") @Nullable String trajectory,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var page = documents.list(
                registrar.tenant(tenant),
                Query.id("trajectory", trajectory),
                Query.afterId(cursor),
                Query.limit(limit));
        return new DocumentPage(page.items().stream().map(DocumentView::of).toList(), Query.next(page, Query::cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.DOCUMENT_WRITE)
    @Answers(
            status = 201,
            body = DocumentView.class,
            otherwise = {400, 404, 413, 415})
    public Response add(@QueryParam("tenant") @Nullable String tenant, AddDocument body) {
        var of = registrar.tenant(tenant);
        var view = DocumentView.of(documents.add(of, body.trajectory(), body.type(), registrar.because(body.reason())));
        return Registrar.created("documents", view.id(), of, view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.DOCUMENT_READ)
    @Answers(
            status = 200,
            body = DocumentView.class,
            otherwise = {400, 404})
    public DocumentView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return DocumentView.of(documents.get(registrar.tenant(tenant), Ids.of(id)));
    }

    /** Every state that it had, with who made it so, when and why. */
    @GET
    @Path("{id}/history")
    @Requires(Permission.DOCUMENT_READ)
    @Answers(
            status = 200,
            body = DocumentHistory.class,
            otherwise = {400, 404})
    public DocumentHistory history(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new DocumentHistory(documents.history(registrar.tenant(tenant), Ids.of(id)).stream()
                .map(DocumentView::of)
                .toList());
    }

    /** Reads what it says for what may not leave, once; keeps the outcome, and nothing of the text. */
    @POST
    @Path("{id}/scan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.DOCUMENT_WRITE)
    @Answers(
            status = 200,
            body = DocumentView.class,
            otherwise = {400, 404, 409, 413, 415})
    public DocumentView scan(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, ScanDocument body) {
        var change = registrar.because(body.reason());
        return DocumentView.of(documents.scan(registrar.tenant(tenant), Ids.of(id), body.text(), change));
    }

    /** Records that the coach of its trajectory released it, once. */
    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.DOCUMENT_WRITE)
    @Answers(
            status = 200,
            body = DocumentView.class,
            otherwise = {400, 404, 409, 413, 415})
    public DocumentView release(
            @PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant, ReleaseDocument body) {
        var change = registrar.because(body.reason());
        return DocumentView.of(documents.release(registrar.tenant(tenant), Ids.of(id), body.releasedAt(), change));
    }
}
