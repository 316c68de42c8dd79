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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.RunAct;
import nl.werkvlak.platform.reporting.RunFeed;
import nl.werkvlak.platform.reporting.RunPart;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Monthly runs over HTTP. */
@Dependent
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {

    private final Runs runs;
    private final RunFeed feed;

    @Inject
    RunsResource(Runs runs, RunFeed feed) {
        this.runs = runs;
        this.feed = feed;
    }

    /** Returns once the run is planned: its reports are made in the background. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RUN_START)
    @Answers(
            status = 202,
            body = RunProgress.class,
            otherwise = {400, 404, 409, 413, 415})
    public Response start(StartRun body) {
        return started(runs.start(body.period(), body.scope(), Doorkeeper.callerId()));
    }

    /** How far it is, now and each time when that has changed, until it has ended. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(Permission.RUN_READ)
    @Answers(
            status = 200,
            otherwise = {400, 404})
    public void events(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
        feed.watch(runs.get(Ids.of(id)), new RunEvents(sink, sse));
    }

    /** Another run, of what this one did not make: what failed, waits or was cancelled. */
    @POST
    @Path("{id}/repetition")
    @Requires(Permission.RUN_START)
    @Answers(
            status = 202,
            body = RunProgress.class,
            otherwise = {400, 404, 409})
    public Response repeat(@PathParam("id") String id) {
        return started(runs.repeat(Ids.of(id), Doorkeeper.callerId()));
    }

    /** Answers when nothing of it is in hand any more. */
    @POST
    @Path("{id}/pause")
    @Requires(Permission.RUN_START)
    @Answers(
            status = 200,
            body = RunProgress.class,
            otherwise = {400, 404, 409})
    public RunProgress pause(@PathParam("id") String id) {
        return act(id, RunAct.Kind.PAUSE);
    }

    @POST
    @Path("{id}/resumption")
    @Requires(Permission.RUN_START)
    @Answers(
            status = 200,
            body = RunProgress.class,
            otherwise = {400, 404, 409})
    public RunProgress resume(@PathParam("id") String id) {
        return act(id, RunAct.Kind.RESUMPTION);
    }

    /** What is issued stays. */
    @POST
    @Path("{id}/cancellation")
    @Requires(Permission.RUN_START)
    @Answers(
            status = 200,
            body = RunProgress.class,
            otherwise = {400, 404, 409})
    public RunProgress cancel(@PathParam("id") String id) {
        return act(id, RunAct.Kind.CANCELLATION);
    }

    private RunProgress act(String id, RunAct.Kind kind) {
        return RunProgress.of(runs.act(Ids.of(id), kind, Doorkeeper.callerId()));
    }

    private Response started(UUID id) {
        return Response.accepted(RunProgress.of(runs.get(id)))
                .header(HttpHeaders.LOCATION, ApiApplication.PATH + "/runs/" + id)
                .build();
    }

    @GET
    @Requires(Permission.RUN_READ)
    @Answers(status = 200, body = RunList.class, otherwise = 400)
    public RunList recent(@QueryParam("limit") @Nullable String limit) {
        return new RunList(
                runs.recent(Query.limit(limit)).stream().map(RunProgress::of).toList());
    }

    @GET
    @Path("{id}")
    @Requires(Permission.RUN_READ)
    @Answers(
            status = 200,
            body = RunProgress.class,
            otherwise = {400, 404})
    public RunProgress get(@PathParam("id") String id) {
        return RunProgress.of(runs.get(Ids.of(id)));
    }

    /** What has become of each report, and why. */
    @GET
    @Path("{id}/parts")
    @Requires(Permission.RUN_READ)
    @Answers(
            status = 200,
            body = RunPartPage.class,
            otherwise = {400, 404})
    public RunPartPage parts(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders request) {
        var of = Query.id("tenant", tenant);
        var page = runs.parts(
                Ids.of(id),
                new RunPart.Query(
                        Query.choice("state", RunPart.State.class, state),
                        of == null ? null : new TenantId(of),
                        cursor == null ? null : placeIn(cursor),
                        Query.limit(limit)));
        var language = Language.of(request);
        return new RunPartPage(
                page.items().stream()
                        .map(part -> RunPartView.of(part, language))
                        .toList(),
                Query.next(page, place -> Query.cursor(place.tenant() + " " + place.subject() + " " + place.kind())));
    }

    private static RunPart.Place placeIn(String cursor) {
        var parts = Query.place(cursor).split(" ", -1);
        try {
            if (parts.length == 3) {
                return new RunPart.Place(
                        new TenantId(UUID.fromString(parts[0])),
                        UUID.fromString(parts[1]),
                        ReportKind.valueOf(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw BadInput.of("cursor", "not-a-cursor");
    }
}
