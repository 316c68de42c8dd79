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
import nl.werkvlak.platform.reporting.mail.MailAddresses;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Where a tenant is told by mail that there is something to look at, over HTTP: decided again, never overwritten. */
@Dependent
@Path("mail-addresses")
@Produces(MediaType.APPLICATION_JSON)
public class MailAddressesResource {

    private final MailAddresses addresses;
    private final Registrar registrar;

    @Inject
    MailAddressesResource(MailAddresses addresses, Registrar registrar) {
        this.addresses = addresses;
        this.registrar = registrar;
    }

    /** All that was decided, the latest first: that one counts. */
    @GET
    @Requires(Permission.MAIL_ADDRESS_READ)
    @Answers(
            status = 200,
            body = MailAddressHistory.class,
            otherwise = {400, 404})
    public MailAddressHistory history(@QueryParam("tenant") @Nullable String tenant) {
        return new MailAddressHistory(addresses.history(registrar.tenant(tenant)).stream()
                .map(MailAddressView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MAIL_ADDRESS_WRITE)
    @Answers(
            status = 201,
            body = MailAddressView.class,
            otherwise = {400, 404, 413, 415})
    public Response decide(@QueryParam("tenant") @Nullable String tenant, DecideMailAddress body) {
        var decided =
                addresses.decide(registrar.tenant(tenant), body.address(), body.language(), Doorkeeper.callerId());
        return Response.status(Response.Status.CREATED)
                .entity(MailAddressView.of(decided))
                .build();
    }
}
