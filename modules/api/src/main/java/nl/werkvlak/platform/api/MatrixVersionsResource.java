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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import nl.werkvlak.platform.disclosure.MatrixVersions;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Versions of the disclosure matrix over HTTP: proposed by one privacy officer, approved by another. */
@Dependent
@Path("matrix-versions")
@Produces(MediaType.APPLICATION_JSON)
public class MatrixVersionsResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV).withCharset("utf-8");
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV))
            .build();

    private final MatrixVersions versions;

    @Inject
    MatrixVersionsResource(MatrixVersions versions) {
        this.versions = versions;
    }

    @GET
    @Requires(Permission.MATRIX_READ)
    @Answers(status = 200, body = MatrixVersionPage.class, otherwise = 400)
    public MatrixVersionPage list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        var page = versions.list(Query.after(cursor), Query.limit(limit));
        return new MatrixVersionPage(
                page.items().stream().map(MatrixVersionView::of).toList(), Query.next(page, Query::cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MATRIX_PROPOSE)
    @Answers(
            status = 201,
            body = MatrixVersionView.class,
            otherwise = {400, 409, 413, 415})
    public Response propose(ProposeMatrixVersion body) {
        var proposed = versions.propose(body.toProposal(), Doorkeeper.callerId(), body.reason());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, ApiApplication.PATH + "/matrix-versions/" + proposed.name())
                .entity(MatrixVersionView.of(proposed))
                .build();
    }

    @GET
    @Path("{version}")
    @Requires(Permission.MATRIX_READ)
    @Answers(
            status = 200,
            body = MatrixVersionView.class,
            otherwise = {400, 404})
    public MatrixVersionView get(@PathParam("version") String version) {
        return MatrixVersionView.of(versions.get(version));
    }

    /** As CSV it can be changed and proposed again. */
    @GET
    @Path("{version}/cells")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Requires(Permission.MATRIX_READ)
    @Answers(
            status = 200,
            body = MatrixCells.class,
            otherwise = {400, 404, 406})
    public Response cells(@PathParam("version") String version, @Context Request request) {
        var form = request.selectVariant(FORMS);
        if (form != null && form.getMediaType().isCompatible(CSV_TYPE)) {
            return Response.ok(versions.csv(version), CSV_TYPE).build();
        }
        var cells = versions.cells(version).entrySet().stream()
                .map(cell -> MatrixCell.of(cell.getKey(), cell.getValue()))
                .toList();
        return Response.ok(new MatrixCells(version, cells), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("{version}/differences")
    @Requires(Permission.MATRIX_READ)
    @Answers(
            status = 200,
            body = MatrixDifferences.class,
            otherwise = {400, 404})
    public MatrixDifferences differences(@PathParam("version") String version) {
        return MatrixDifferences.of(versions.get(version), versions.differences(version));
    }

    @POST
    @Path("{version}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MATRIX_APPROVE)
    @Answers(
            status = 200,
            body = MatrixVersionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public MatrixVersionView approve(@PathParam("version") String version, ApproveMatrixVersion body) {
        return MatrixVersionView.of(versions.approve(version, body.replaces(), Doorkeeper.callerId(), body.reason()));
    }

    @POST
    @Path("{version}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MATRIX_APPROVE)
    @Answers(
            status = 200,
            body = MatrixVersionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public MatrixVersionView reject(@PathParam("version") String version, GiveReason body) {
        return MatrixVersionView.of(versions.reject(version, Doorkeeper.callerId(), body.reason()));
    }

    @POST
    @Path("{version}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MATRIX_PROPOSE)
    @Answers(
            status = 200,
            body = MatrixVersionView.class,
            otherwise = {400, 404, 409, 413, 415})
    public MatrixVersionView withdraw(@PathParam("version") String version, GiveReason body) {
        return MatrixVersionView.of(versions.withdraw(version, Doorkeeper.callerId(), body.reason()));
    }
}
