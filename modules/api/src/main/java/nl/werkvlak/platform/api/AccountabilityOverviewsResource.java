package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
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
import java.util.Arrays;
import java.util.Locale;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.reporting.AccountabilityOverviews;
import nl.werkvlak.platform.reporting.AccountabilityOverviews.Form;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Accountability over a month, a quarter or a year, of one commission or of all that the tenant of the token has. */
@Dependent
@Path("accountability-overviews")
public class AccountabilityOverviewsResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final AccountabilityOverviews overviews;

    @Inject
    AccountabilityOverviewsResource(AccountabilityOverviews overviews) {
        this.overviews = overviews;
    }

    /** In the form that is asked for; on paper when any will do. */
    @GET
    @Path("{period}")
    @Produces({ReportsResource.PDF, XLSX, CSV, MediaType.APPLICATION_JSON})
    @Requires(Permission.REPORT_PULL)
    @Answers(
            status = 200,
            otherwise = {400, 404})
    public Response get(
            @PathParam("period") String period,
            @QueryParam("commission") @Nullable String commission,
            @Context Request request) {
        var about = ReportingPeriod.parse(period).orElseThrow(() -> BadInput.of("period", "not-a-period"));
        var overview = overviews.give(about, commission, formIn(request), DUTCH, Doorkeeper.callerId());
        var fileName = overview.fileName().replaceAll("[^A-Za-z0-9._-]", "-");
        return Response.ok(overview.content(), overview.form().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .build();
    }

    private static Form formIn(Request request) {
        var forms = Form.values();
        var types = Arrays.stream(forms)
                .map(form -> MediaType.valueOf(form.mediaType()))
                .toArray(MediaType[]::new);
        var variant = request.selectVariant(Variant.mediaTypes(types).add().build());
        return Arrays.stream(forms)
                .filter(form ->
                        variant != null && variant.getMediaType().toString().equals(form.mediaType()))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }
}
