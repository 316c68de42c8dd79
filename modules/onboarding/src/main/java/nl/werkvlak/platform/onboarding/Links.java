package nl.werkvlak.platform.onboarding;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/** Whose row it is, and what it belongs to, as far as the export says so without doubt. */
final class Links {

    private final Map<Link, UUID> links = new EnumMap<>(Link.class);
    private @Nullable TenantId tenant;

    @Nullable
    TenantId tenant() {
        return tenant;
    }

    void tenant(@Nullable TenantId known) {
        tenant = known;
    }

    @Nullable
    UUID to(Link link) {
        return links.get(link);
    }

    void put(Link link, @Nullable UUID id) {
        if (id != null) {
            links.put(link, id);
        }
    }

    /** In the order of {@link Link}. */
    @Nullable
    UUID[] all() {
        return Arrays.stream(Link.values()).map(links::get).toArray(UUID[]::new);
    }
}
