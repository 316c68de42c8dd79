package nl.werkvlak.platform.tenancy;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Tells the persistence provider for which tenant each unit of work is, and puts a {@link TenantGuard} at every class
 * that belongs to a tenant. Named in {@code persistence.xml}; no service has to think of it.
 */
public final class TenantFence implements SessionCustomizer {

    static final String TENANT = "werkvlak.tenant";

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().stream()
                .filter(descriptor -> TenantOwned.class.isAssignableFrom(descriptor.getJavaClass()))
                .forEach(descriptor -> descriptor.getEventManager().addListener(new TenantGuard()));
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postAcquireUnitOfWork(SessionEvent event) {
                CurrentTenant.optional().ifPresent(tenant -> event.getSession().setProperty(TENANT, tenant.value()));
            }
        });
    }
}
