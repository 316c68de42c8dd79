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
import java.io.IOException;
import java.io.InputStream;
import nl.werkvlak.platform.onboarding.ImportReport;
import nl.werkvlak.platform.onboarding.Imports;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP: a zip comes in, and one asks how it went. */
@Dependent
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private final Imports imports;
    private final Uploads uploads;

    @Inject
    ImportsResource(Imports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    /** Returns once the import has begun: it may run for minutes. */
    @POST
    @Consumes("application/zip")
    @Requires(Permission.IMPORT_WRITE)
    @Answers(
            status = 202,
            body = ImportView.class,
            otherwise = {400, 409, 413, 415})
    public Response start(
            @QueryParam("partial") @Nullable String partial, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        var id = uploads.start(body, Query.flag("partial", partial), Doorkeeper.callerId());
        return Response.accepted(view(imports.get(id), headers))
                .header(HttpHeaders.LOCATION, ApiApplication.PATH + "/imports/" + id)
                .build();
    }

    @GET
    @Requires(Permission.IMPORT_READ)
    @Answers(status = 200, body = ImportList.class, otherwise = 400)
    public ImportList recent(@QueryParam("limit") @Nullable String limit, @Context HttpHeaders headers) {
        return new ImportList(imports.recent(Query.limit(limit)).stream()
                .map(report -> view(report, headers))
                .toList());
    }

    @GET
    @Path("{id}")
    @Requires(Permission.IMPORT_READ)
    @Answers(
            status = 200,
            body = ImportView.class,
            otherwise = {400, 404})
    public ImportView get(@PathParam("id") String id, @Context HttpHeaders headers) {
        return view(imports.get(Ids.of(id)), headers);
    }

    private static ImportView view(ImportReport report, HttpHeaders headers) {
        return ImportView.of(report, Language.of(headers));
    }
}
