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
import nl.werkvlak.platform.processingregister.RegisterEntries;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** The processing register over HTTP. */
@Dependent
@Path("register-entries")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterEntriesResource {

    private final RegisterEntries register;

    @Inject
    RegisterEntriesResource(RegisterEntries register) {
        this.register = register;
    }

    @GET
    @Requires(Permission.REGISTER_READ)
    @Answers(status = 200, body = RegisterEntryPage.class, otherwise = 400)
    public RegisterEntryPage list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        var page = register.list(Query.after(cursor), Query.limit(limit));
        return new RegisterEntryPage(
                page.items().stream().map(RegisterEntryView::of).toList(), Query.next(page, Query::cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.REGISTER_WRITE)
    @Answers(
            status = 201,
            body = RegisterEntryView.class,
            otherwise = {400, 409, 413, 415})
    public Response record(RecordRegisterEntry body) {
        var entry = register.record(body.toEntry(), Doorkeeper.callerId(), body.reason());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, ApiApplication.PATH + "/register-entries/" + entry.id())
                .entity(RegisterEntryView.of(entry))
                .build();
    }

    @GET
    @Path("{id}")
    @Requires(Permission.REGISTER_READ)
    @Answers(
            status = 200,
            body = RegisterEntryView.class,
            otherwise = {400, 404})
    public RegisterEntryView get(@PathParam("id") String id) {
        return RegisterEntryView.of(register.get(id));
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.REGISTER_WRITE)
    @Answers(
            status = 200,
            body = RegisterEntryView.class,
            otherwise = {400, 404, 409, 413, 415})
    public RegisterEntryView end(@PathParam("id") String id, EndRegisterEntry body) {
        return RegisterEntryView.of(register.end(id, body.lastDay(), Doorkeeper.callerId(), body.reason()));
    }
}
