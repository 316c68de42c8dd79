package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.werkvlak.platform.processingregister.RetentionRules;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** The retention of each category over HTTP. */
@Dependent
@Path("retention-rules")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionRulesResource {

    private final RetentionRules rules;

    @Inject
    RetentionRulesResource(RetentionRules rules) {
        this.rules = rules;
    }

    @GET
    @Requires(Permission.REGISTER_READ)
    @Answers(status = 200, body = RetentionRuleList.class)
    public RetentionRuleList list() {
        return new RetentionRuleList(
                rules.all().stream().map(RetentionRuleView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.REGISTER_WRITE)
    @Answers(
            status = 201,
            body = RetentionRuleView.class,
            otherwise = {400, 409, 413, 415})
    public Response record(RecordRetentionRule body) {
        var rule = rules.record(
                body.category(), body.firstDay(), body.months(), body.source(), Doorkeeper.callerId(), body.reason());
        return Response.status(Response.Status.CREATED)
                .entity(RetentionRuleView.of(rule))
                .build();
    }
}
