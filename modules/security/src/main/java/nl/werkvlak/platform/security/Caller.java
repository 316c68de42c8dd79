package nl.werkvlak.platform.security;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a person who logged in, or a machine with a token.
 *
 * <p>May be kept in an HTTP session; it holds no secret. It never prints the name of a person.
 *
 * @param id the account's id, or the name of the client: what may be written in registers and logs
 * @param name what to call them on a page
 */
public record Caller(
        String id,
        String name,
        Role role,
        @Nullable UUID tenantId,
        @Nullable UUID coachId) implements Serializable {

    private static final long serialVersionUID = 1L;

    public Caller {
        if (role.isOfTenant() != (tenantId != null)) {
            throw new IllegalArgumentException("A tenant belongs to exactly the roles of a tenant");
        }
    }

    /** The tenant whose rows this caller may ask for; Werkvlak's own people have none. */
    public Optional<TenantId> tenant() {
        return Optional.ofNullable(tenantId).map(TenantId::new);
    }

    public boolean may(Permission permission) {
        return permission.isFor(role);
    }

    @Override
    public String toString() {
        return role + " " + id;
    }
}
