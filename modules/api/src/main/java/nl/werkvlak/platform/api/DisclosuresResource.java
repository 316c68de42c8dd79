package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.werkvlak.platform.disclosure.register.Disclosures;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/**
 * The disclosure register of one tenant over HTTP, for the privacy officer: what did this tenant ever receive about this
 * person, who received this datum, what became of this report.
 */
@Dependent
@Path("disclosures")
@Produces(MediaType.APPLICATION_JSON)
public class DisclosuresResource {

    private final Disclosures disclosures;

    @Inject
    DisclosuresResource(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @GET
    @Requires(Permission.DISCLOSURE_READ)
    @Answers(
            status = 200,
            body = DisclosurePage.class,
            otherwise = {400, 404})
    public DisclosurePage list(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("client") @Nullable String client,
            @QueryParam("trajectory") @Nullable String trajectory,
            @QueryParam("report") @Nullable String report,
            @QueryParam("category") @Nullable String category,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = disclosures.find(
                Query.tenant(tenant),
                new Disclosures.Question(
                        Query.id("client", client),
                        Query.id("trajectory", trajectory),
                        Query.id("report", report),
                        Query.choice("category", DataCategory.class, category),
                        cursor == null ? 0 : sequenceIn(cursor),
                        Query.limit(limit)));
        var next = page.next();
        return new DisclosurePage(
                page.entries().stream().map(DisclosureView::of).toList(),
                next == null ? null : Query.cursor(Long.toString(next)));
    }

    @GET
    @Path("{id}/proof")
    @Requires(Permission.DISCLOSURE_READ)
    @Answers(
            status = 200,
            body = DisclosureProof.class,
            otherwise = {400, 404, 409})
    public DisclosureProof prove(@PathParam("id") String id, @QueryParam("tenant") @Nullable String tenant) {
        return DisclosureProof.of(disclosures.prove(Query.tenant(tenant), Ids.of(id)));
    }

    private static long sequenceIn(String cursor) {
        try {
            var sequence = Long.parseLong(Query.place(cursor));
            if (sequence > 0) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw BadInput.of("cursor", "not-a-cursor");
    }
}
