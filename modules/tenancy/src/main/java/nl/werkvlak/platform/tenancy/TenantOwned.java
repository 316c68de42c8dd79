package nl.werkvlak.platform.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one tenant. The persistence provider adds the tenant to every query, insert, update and delete; as
 * part of the primary key it also stands in those that go by key alone. {@link TenantGuard} looks again at each object
 * that is loaded or written.
 */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantFence.TENANT, primaryKey = true)
public abstract class TenantOwned {

    @Column(name = "tenant_id", insertable = false, updatable = false)
    private @Nullable UUID tenant;

    /** Only within the persistence provider's hands is it ever absent. */
    boolean belongsTo(TenantId asked) {
        return tenant == null || tenant.equals(asked.value());
    }
}
