package nl.werkvlak.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * A machine to let in.
 *
 * @param id 3 to 60 small letters, digits and hyphens
 * @param tenant the code of the tenant, exactly for the role of a tenant; it never changes afterwards
 */
public record NewClient(String id, Role role, @Nullable String tenant) {}
