package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.werkvlak.platform.reporting.ReportPreviews;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** What a run would make, keep waiting and withhold, over HTTP; for Werkvlak's own people. Nothing of it is kept. */
@Dependent
@Path("report-previews")
@Produces(MediaType.APPLICATION_JSON)
public class ReportPreviewsResource {

    private final ReportPreviews previews;
    private final Registrar registrar;

    @Inject
    ReportPreviewsResource(ReportPreviews previews, Registrar registrar) {
        this.previews = previews;
        this.registrar = registrar;
    }

    /** A dry run of one commission over a month, counted over all of it; or only what it says of one trajectory. */
    @GET
    @Requires(Permission.REPORT_PREVIEW_READ)
    @Answers(
            status = 200,
            body = DryRun.class,
            otherwise = {400, 404})
    public DryRun dryRun(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("commission") @Nullable String commission,
            @QueryParam("period") @Nullable String period,
            @QueryParam("trajectory") @Nullable String trajectory,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var asked = Query.required("commission", Query.id("commission", commission));
        var month = Query.required("period", Query.month("period", period));
        var only = Query.id("trajectory", trajectory);
        var page = Query.limit(limit);
        var after = Query.after(cursor);
        return DryRun.of(previews.dryRun(registrar.tenant(tenant), asked, month), only, after, page);
    }
}
