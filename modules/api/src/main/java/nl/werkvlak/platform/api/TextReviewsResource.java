package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.trajectory.RecordedText;
import nl.werkvlak.platform.trajectory.Reviewer;
import nl.werkvlak.platform.trajectory.TextReviews;
import org.jspecify.annotations.Nullable;

/** Marked texts of one tenant, and what a second person decides about them. For Werkvlak's own people only. */
@Dependent
@Path("text-reviews")
@Produces(MediaType.APPLICATION_JSON)
public class TextReviewsResource {

    private final TextReviews reviews;
    private final Clock clock;

    @Inject
    TextReviewsResource(TextReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @GET
    @Path("waiting")
    @Requires(Permission.TEXT_REVIEW)
    @Answers(
            status = 200,
            body = WaitingTextPage.class,
            otherwise = {400, 404})
    public WaitingTextPage waiting(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = reviews.waiting(
                tenantIn(tenant), reviewer(), cursor == null ? null : placeIn(cursor), Query.limit(limit));
        var next = page.next();
        return new WaitingTextPage(
                page.texts().stream().map(WaitingTextView::of).toList(),
                next == null ? null : Query.cursor(next.field() + " " + next.row()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.TEXT_REVIEW)
    @Answers(
            status = 201,
            body = TextReviewView.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response review(@QueryParam("tenant") @Nullable String tenant, ReviewText body) {
        var change = new Change(Doorkeeper.callerId(), clock.instant(), body.reason());
        var review = body.toRequest();
        var marks = reviews.review(tenantIn(tenant), reviewer(), review, change);
        return Response.status(Response.Status.CREATED)
                .entity(new TextReviewView(
                        review.field(),
                        review.row(),
                        review.decision(),
                        change.at(),
                        marks.stream().map(MarkView::of).toList()))
                .build();
    }

    private static Reviewer reviewer() {
        return new Reviewer(
                Doorkeeper.callerId(),
                Doorkeeper.caller().map(caller -> caller.coachId()).orElse(null));
    }

    private static TenantId tenantIn(@Nullable String tenant) {
        if (tenant == null) {
            throw BadInput.of("tenant", "missing");
        }
        return new TenantId(Ids.of(tenant));
    }

    private static TextReviews.Place placeIn(String cursor) {
        var parts = Query.place(cursor).split(" ", -1);
        try {
            if (parts.length == 2) {
                return new TextReviews.Place(RecordedText.valueOf(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw BadInput.of("cursor", "not-a-cursor");
    }
}
