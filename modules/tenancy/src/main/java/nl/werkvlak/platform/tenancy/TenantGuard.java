package nl.werkvlak.platform.tenancy;

import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;

/**
 * The second fence, at each object: what was loaded, or is about to be written, belongs to the tenant of this thread,
 * whatever query brought it here.
 */
final class TenantGuard extends DescriptorEventAdapter {

    @Override
    public void postBuild(DescriptorEvent event) {
        check(event);
    }

    @Override
    public void postRefresh(DescriptorEvent event) {
        check(event);
    }

    @Override
    public void postClone(DescriptorEvent event) {
        check(event);
    }

    @Override
    public void aboutToInsert(DescriptorEvent event) {
        check(event);
    }

    @Override
    public void aboutToUpdate(DescriptorEvent event) {
        check(event);
    }

    @Override
    public void aboutToDelete(DescriptorEvent event) {
        check(event);
    }

    private static void check(DescriptorEvent event) {
        var tenant = CurrentTenant.required();
        if (event.getSource() instanceof TenantOwned owned && !owned.belongsTo(tenant)) {
            throw new IllegalStateException("A row of another tenant was met");
        }
    }
}
