package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import nl.werkvlak.platform.security.Role;

/** The whole table of who may do what. */
@Named("permissions")
@RequestScoped
@Requires(Permission.PERMISSION_READ)
public class PermissionsPage {

    public List<Permission> all() {
        return List.of(Permission.values());
    }

    public List<Role> rolesOf(Permission permission) {
        return Stream.of(Role.values()).filter(permission::isFor).toList();
    }
}
