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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    @Inject
    RunsResource(Runs runs) {
        this.runs = runs;
    }

    /** Returns once the run is planned: its reports are made in the background. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RUN_START)
    @Answers(
            status = 202,
            body = RunProgress.class,
            otherwise = {400, 409, 413, 415})
    public Response start(StartRun body) {
        var id = runs.start(body.period(), Doorkeeper.callerId());
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
}
