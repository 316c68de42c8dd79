package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/** What every change of a fact needs from the edge: for which tenant it is, who makes it, when and why, and its answer. */
@Dependent
class Registrar {

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    Registrar(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The tenant that one of the platform's own people names; who belongs to a tenant never comes here. */
    TenantId tenant(@Nullable String text) {
        var tenant = new TenantId(Query.required("tenant", Query.id("tenant", text)));
        if (tenants.find(tenant).isEmpty()) {
            throw Refusal.unknown("tenant", "There is no such tenant.").at("tenant");
        }
        return tenant;
    }

    /** The author comes from the login, the instant from the clock, the reason from the body. */
    Change because(String reason) {
        return new Change(Doorkeeper.callerId(), clock.instant(), reason);
    }

    /** The answer to what was recorded: how it stands, and where. */
    static Response created(String facts, UUID id, TenantId of, Record view) {
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, ApiApplication.PATH + "/" + facts + "/" + id + "?tenant=" + of)
                .build();
    }
}
