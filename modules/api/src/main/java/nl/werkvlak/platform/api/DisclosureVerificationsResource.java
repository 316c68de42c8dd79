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
import nl.werkvlak.platform.disclosure.register.Disclosures;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Whether the disclosure register of a tenant is as it was written; read anew at each question. */
@Dependent
@Path("disclosure-verifications")
@Produces(MediaType.APPLICATION_JSON)
public class DisclosureVerificationsResource {

    private final Disclosures disclosures;

    @Inject
    DisclosureVerificationsResource(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @GET
    @Requires(Permission.DISCLOSURE_READ)
    @Answers(
            status = 200,
            body = DisclosureVerification.class,
            otherwise = {400, 404})
    public DisclosureVerification verify(@QueryParam("tenant") @Nullable String tenant, @Context HttpHeaders headers) {
        return DisclosureVerification.of(disclosures.verify(Query.tenant(tenant)), Language.of(headers));
    }
}
