package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import nl.werkvlak.platform.kernel.PublicHolidays;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.subjectrights.Assessment.Request;
import nl.werkvlak.platform.subjectrights.Assessments;
import nl.werkvlak.platform.subjectrights.Requester;
import nl.werkvlak.platform.subjectrights.Right;
import org.jspecify.annotations.Nullable;

/** What a request of a client comes to, over HTTP, for the privacy officer. It advises; nothing is recorded. */
@Dependent
@Path("request-assessments")
@Produces(MediaType.APPLICATION_JSON)
public class RequestAssessmentsResource {

    private final Assessments assessments;
    private final Registrar registrar;
    private final Clock clock;

    @Inject
    RequestAssessmentsResource(Assessments assessments, Registrar registrar, Clock clock) {
        this.assessments = assessments;
        this.registrar = registrar;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.REQUEST_ASSESS)
    @Answers(
            status = 200,
            body = RequestAssessmentView.class,
            otherwise = {400, 404})
    public RequestAssessmentView assess(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("right") @Nullable String right,
            @QueryParam("requester") @Nullable String requester,
            @QueryParam("receivedAt") @Nullable String receivedAt,
            @QueryParam("earlierCopies") @Nullable String earlierCopies,
            @QueryParam("holidays") @Nullable String holidays,
            @Context HttpHeaders headers) {
        var received = Query.instant("receivedAt", receivedAt);
        var by = Query.choice("requester", Requester.class, requester);
        var days = Query.choice("holidays", PublicHolidays.class, holidays);
        var request = new Request(
                Query.required("right", Query.choice("right", Right.class, right)),
                by == null ? Requester.CLIENT : by,
                received == null ? clock.instant() : received,
                Query.count("earlierCopies", earlierCopies));
        var asked = Query.required("client", Query.id("client", client));
        return RequestAssessmentView.of(
                assessments.assess(registrar.tenant(tenant), asked, request, days == null ? PublicHolidays.ATW : days),
                Language.of(headers));
    }
}
