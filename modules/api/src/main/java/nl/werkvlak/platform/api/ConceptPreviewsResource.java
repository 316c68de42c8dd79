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
import nl.werkvlak.platform.trajectory.ConceptPreviews;
import org.jspecify.annotations.Nullable;

/** Concept previews over HTTP, for the privacy officer: shown, or why not; never overwritten. */
@Dependent
@Path("concept-previews")
@Produces(MediaType.APPLICATION_JSON)
public class ConceptPreviewsResource {

    private final ConceptPreviews previews;
    private final Registrar registrar;

    @Inject
    ConceptPreviewsResource(ConceptPreviews previews, Registrar registrar) {
        this.previews = previews;
        this.registrar = registrar;
    }

    @GET
    @Requires(Permission.CONCEPT_PREVIEW_READ)
    @Answers(
            status = 200,
            body = ConceptPreviewList.class,
            otherwise = {400, 404})
    public ConceptPreviewList list(
            @QueryParam("tenant") @Nullable String tenant, @QueryParam("trajectory") @Nullable String trajectory) {
        var asked = Query.required("trajectory", Query.id("trajectory", trajectory));
        return new ConceptPreviewList(previews.list(registrar.tenant(tenant), asked).stream()
                .map(ConceptPreviewView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.CONCEPT_PREVIEW_WRITE)
    @Answers(
            status = 201,
            body = ConceptPreviewView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response record(@QueryParam("tenant") @Nullable String tenant, RecordPreview body) {
        var of = registrar.tenant(tenant);
        var change = registrar.because(body.reason());
        if (!body.shown() && (body.shownAt() != null || body.reaction() != null)) {
            throw BadInput.of(body.shownAt() == null ? "reaction" : "shownAt", "only-when-shown");
        }
        var view = ConceptPreviewView.of(
                body.shown()
                        ? previews.show(of, body.trajectory(), body.period(), body.shownAt(), body.reaction(), change)
                        : previews.excuse(of, body.trajectory(), body.period(), change));
        return Registrar.created("concept-previews", view.id(), of, view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.CONCEPT_PREVIEW_READ)
    @Answers(
            status = 200,
            body = ConceptPreviewView.class,
            otherwise = {400, 404})
    public ConceptPreviewView get(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return ConceptPreviewView.of(previews.get(registrar.tenant(tenant), Ids.of(id)));
    }

    /** Every state that it had, with who made it so, when and why. */
    @GET
    @Path("{id}/history")
    @Requires(Permission.CONCEPT_PREVIEW_READ)
    @Answers(
            status = 200,
            body = ConceptPreviewHistory.class,
            otherwise = {400, 404})
    public ConceptPreviewHistory history(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return new ConceptPreviewHistory(previews.history(registrar.tenant(tenant), Ids.of(id)).stream()
                .map(ConceptPreviewView::of)
                .toList());
    }
}
