package nl.werkvlak.platform.tenancy;

import java.util.Optional;
import java.util.concurrent.Callable;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that the work on this thread is done for. It is taken from who is logged in, never from a path or a query.
 *
 * <p>Without a tenant there are no rows and a loud error. It cannot be switched while it is set: the persistence
 * context of one tenant would hand its objects to the next.
 */
public final class CurrentTenant {

    private static final ThreadLocal<@Nullable TenantId> TENANT = new ThreadLocal<>();

    private CurrentTenant() {}

    /** The tenant of this thread; without one, an {@link IllegalStateException}: nothing may be read or written. */
    public static TenantId required() {
        return optional().orElseThrow(() -> new IllegalStateException("No tenant in context"));
    }

    /** The tenant of this thread, if there is one. */
    public static Optional<TenantId> optional() {
        return Optional.ofNullable(TENANT.get());
    }

    /**
     * Works for a tenant, and forgets it afterwards, whatever happened.
     *
     * @throws IllegalStateException when this thread already works for another tenant
     */
    public static <T> T with(TenantId tenant, Callable<T> work) throws Exception {
        var outer = TENANT.get();
        if (outer != null && !outer.equals(tenant)) {
            throw new IllegalStateException("This thread already works for another tenant");
        }
        TENANT.set(tenant);
        try {
            return work.call();
        } finally {
            if (outer == null) {
                TENANT.remove();
            }
        }
    }
}
