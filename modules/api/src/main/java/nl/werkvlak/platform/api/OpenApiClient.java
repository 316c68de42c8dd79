package nl.werkvlak.platform.api;

import nl.werkvlak.platform.security.NewClient;
import nl.werkvlak.platform.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A machine to let in.
 *
 * @param tenant the tenant's code, for the portal of a tenant
 */
public record OpenApiClient(String id, Role role, @Nullable String tenant) {

    NewClient toRequest() {
        return new NewClient(id, role, tenant);
    }
}
