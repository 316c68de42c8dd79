package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.werkvlak.platform.reporting.Notices;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** What the tenant of the token is told of reports that it knew, over HTTP: withdrawn or corrected, and never why. */
@Dependent
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    private final Notices notices;

    @Inject
    NoticesResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @Requires(Permission.REPORT_PULL)
    @Answers(status = 200, body = NoticePage.class, otherwise = 400)
    public NoticePage list(
            @QueryParam("acknowledged") @Nullable String acknowledged,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = notices.list(new Notices.Query(
                acknowledged == null ? null : Query.flag("acknowledged", acknowledged),
                Query.after(cursor, Notices.Place::new),
                Query.limit(limit)));
        return new NoticePage(
                page.items().stream().map(NoticeView::of).toList(),
                Query.next(page, place -> Query.cursor(place.at(), place.id())));
    }

    /** The portal says that a notice was read; again changes nothing. */
    @POST
    @Path("{id}/acknowledgement")
    @Requires(Permission.REPORT_PULL)
    @Answers(
            status = 200,
            body = NoticeView.class,
            otherwise = {400, 404})
    public NoticeView acknowledge(@PathParam("id") String id) {
        return NoticeView.of(notices.acknowledge(Ids.of(id), Doorkeeper.callerId()));
    }
}
