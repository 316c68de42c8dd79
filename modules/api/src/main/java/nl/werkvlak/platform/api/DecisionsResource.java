package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.explanation.Explanations;
import nl.werkvlak.platform.disclosure.explanation.Question;
import nl.werkvlak.platform.disclosure.explanation.Scope;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Decisions over HTTP, for the privacy officer: why something may leave or not, now or at any instant, of one value or as a
 * table of everything. No tenant is ever told.
 */
@Dependent
@Path("decisions")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {

    private static final MediaType CSV = MediaType.valueOf(CoverageTable.CSV);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).build();

    private final Explanations explanations;
    private final Clock clock;

    @Inject
    DecisionsResource(Explanations explanations, Clock clock) {
        this.explanations = explanations;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.DECISION_READ)
    @Answers(
            status = 200,
            body = DecisionView.class,
            otherwise = {400, 404, 409})
    public DecisionView explain(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("trajectory") @Nullable String trajectory,
            @QueryParam("category") @Nullable String category,
            @QueryParam("report") @Nullable String report,
            @QueryParam("period") @Nullable String period,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context HttpHeaders headers) {
        var question = question(report, period, at, knownAt);
        var about = Query.required("category", Query.choice("category", DataCategory.class, category));
        var asked = Query.required("trajectory", Query.id("trajectory", trajectory));
        var of = tenantOf(tenant, asked);
        return DecisionView.of(of, explanations.explain(of, asked, about, question), Language.of(headers));
    }

    /** The coverage report of a trajectory, a commission or a whole tenant: a line for each category of each trajectory. */
    @GET
    @Path("coverage")
    @Produces({MediaType.APPLICATION_JSON, CoverageTable.CSV})
    @Requires(Permission.DECISION_READ)
    @Answers(
            status = 200,
            body = Coverage.class,
            otherwise = {400, 404, 406})
    public Response cover(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("commission") @Nullable String commission,
            @QueryParam("trajectory") @Nullable String trajectory,
            @QueryParam("report") @Nullable String report,
            @QueryParam("period") @Nullable String period,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context Request request) {
        var question = question(report, period, at, knownAt);
        var of = new TenantId(Query.required("tenant", Query.id("tenant", tenant)));
        var scope = new Scope(Query.id("commission", commission), Query.id("trajectory", trajectory));
        explanations.demand(of, scope);
        CoverageTable.Lines lines =
                each -> explanations.cover(of, scope, question, line -> each.accept(CoverageLine.of(line)));
        var form = request.selectVariant(FORMS);
        if (form != null && form.getMediaType().equals(CSV)) {
            return Response.ok((StreamingOutput) out -> CoverageTable.csv(out, lines), CSV)
                    .build();
        }
        return Response.ok((StreamingOutput) out -> CoverageTable.json(out, lines), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The same with facts added or taken away; nothing is stored. */
    @POST
    @Path("what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.DECISION_READ)
    @Answers(
            status = 200,
            body = WhatIfAnswer.class,
            otherwise = {400, 404, 409, 413, 415})
    public WhatIfAnswer compare(@QueryParam("tenant") @Nullable String tenant, WhatIf body) {
        return WhatIfAnswer.of(explanations.compare(
                tenantOf(tenant, body.trajectory()),
                body.trajectory(),
                question(body.report(), body.period(), body.at(), null),
                body.toHypothesis()));
    }

    private TenantId tenantOf(@Nullable String named, UUID trajectory) {
        var tenant = Query.id("tenant", named);
        return tenant == null ? explanations.tenantOf(trajectory) : new TenantId(tenant);
    }

    /** Without an instant: now; without a month: the last whole one before that instant. */
    private Question question(
            @Nullable String report, @Nullable String period, @Nullable String at, @Nullable String knownAt) {
        return question(
                Query.required("report", Query.choice("report", ReportKind.class, report)),
                Query.month("period", period),
                Query.instant("at", at),
                Query.instant("knownAt", knownAt));
    }

    private Question question(
            ReportKind report, @Nullable YearMonth period, @Nullable Instant at, @Nullable Instant knownAt) {
        var now = clock.instant();
        if (knownAt != null && knownAt.isAfter(now)) {
            throw BadInput.of("knownAt", "in-the-future");
        }
        var moment = at == null ? now : at;
        var month = period == null ? YearMonth.from(Period.dayOf(moment)).minusMonths(1) : period;
        return new Question(report, month, moment, knownAt);
    }
}
