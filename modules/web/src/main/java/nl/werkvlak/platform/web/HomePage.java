package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Role;
import nl.werkvlak.platform.tenancy.Tenants;

/** Who am I here, and what may I do. */
@Named("home")
@RequestScoped
@SignedIn("Everybody may know who they are to the platform")
public class HomePage {

    @Inject
    private Tenants tenants;

    public Role role() {
        return Here.caller().role();
    }

    /** The organisation that somebody works for; Werkvlak's own people work for Werkvlak. */
    public String organisation() {
        return Here.caller()
                .tenant()
                .flatMap(tenants::find)
                .map(Tenants.Tenant::name)
                .orElse("Werkvlak");
    }

    public List<Permission> permissions() {
        return Stream.of(Permission.values()).filter(Here.caller()::may).toList();
    }
}
