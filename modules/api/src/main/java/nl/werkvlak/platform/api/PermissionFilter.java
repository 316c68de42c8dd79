package nl.werkvlak.platform.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.OpenToAll;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Holds each request against the permission that its method names; a method that names none is shut. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class PermissionFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(resource.getResourceMethod());
    }

    static void check(@Nullable Method method) {
        if (method != null && method.isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        if (Doorkeeper.caller().isEmpty()) {
            throw new NotAuthenticated();
        }
        Doorkeeper.demand(demandedBy(method));
    }

    /** What a method demands; a method that demands nothing is for nobody. */
    static Permission demandedBy(@Nullable Method method) {
        var required = method == null ? null : method.getAnnotation(Requires.class);
        if (required == null) {
            throw Refusal.forbidden("not-permitted", "This is not permitted for this role.");
        }
        return required.value();
    }
}
