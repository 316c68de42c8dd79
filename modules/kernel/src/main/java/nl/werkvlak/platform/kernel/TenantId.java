package nl.werkvlak.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names one tenant (opdrachtgever). Whoever holds one may ask for that tenant's rows, and for no other's. */
public record TenantId(UUID value) {

    /** The id that belongs to a tenant's code, the same on every system that imports that tenant. */
    public static TenantId ofCode(String code) {
        return new TenantId(UUID.nameUUIDFromBytes(("tenant:" + code).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The id of a row of this tenant, made from what the office calls it. The same name gives the same id at every
     * import, and another tenant's row of that name gets another id.
     */
    public UUID idOf(String kind, String name) {
        return UUID.nameUUIDFromBytes((value + ":" + kind + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
