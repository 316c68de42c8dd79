package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.reporting.AccountabilityOverviews;
import nl.werkvlak.platform.reporting.Form;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Accountability over a month, a quarter or a year, of one commission or of all that the tenant of the token has. */
@Dependent
@Path("accountability-overviews")
public class AccountabilityOverviewsResource {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final AccountabilityOverviews overviews;

    @Inject
    AccountabilityOverviewsResource(AccountabilityOverviews overviews) {
        this.overviews = overviews;
    }

    /** In the form that is asked for; on paper when any will do. */
    @GET
    @Path("{period}")
    @Produces({Forms.PDF, Forms.HTML, MediaType.APPLICATION_JSON, Forms.XLSX, Forms.CSV})
    @Requires(Permission.REPORT_PULL)
    @Answers(
            status = 200,
            otherwise = {400, 404, 406})
    public Response get(
            @PathParam("period") String period,
            @QueryParam("commission") @Nullable String commission,
            @Context Request request) {
        var about = ReportingPeriod.parse(period).orElseThrow(() -> BadInput.of("period", "not-a-period"));
        var form = Forms.asked(request, List.of(Form.values()));
        var overview = overviews.give(about, commission, form, DUTCH, Doorkeeper.callerId());
        return Forms.headers(Response.ok(overview.content()), form, "accountability", overview.fileName())
                .build();
    }
}
