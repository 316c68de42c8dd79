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
import nl.werkvlak.platform.reporting.SmallestCells;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** The minimum cell size of a tenant over HTTP: decided again, never overwritten. */
@Dependent
@Path("smallest-cells")
@Produces(MediaType.APPLICATION_JSON)
public class SmallestCellsResource {

    private final SmallestCells cells;
    private final Registrar registrar;

    @Inject
    SmallestCellsResource(SmallestCells cells, Registrar registrar) {
        this.cells = cells;
        this.registrar = registrar;
    }

    /** What counts now, and all that was decided. */
    @GET
    @Requires(Permission.SMALLEST_CELL_READ)
    @Answers(
            status = 200,
            body = SmallestCellHistory.class,
            otherwise = {400, 404})
    public SmallestCellHistory history(@QueryParam("tenant") @Nullable String tenant) {
        return SmallestCellHistory.of(cells.history(registrar.tenant(tenant)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.SMALLEST_CELL_WRITE)
    @Answers(
            status = 201,
            body = SmallestCellView.class,
            otherwise = {400, 404, 413, 415})
    public Response decide(@QueryParam("tenant") @Nullable String tenant, DecideSmallestCell body) {
        var change = registrar.because(body.reason());
        cells.decide(registrar.tenant(tenant), body.people(), change);
        return Response.status(Response.Status.CREATED)
                .entity(SmallestCellView.of(new SmallestCells.Decided(body.people(), change)))
                .build();
    }
}
