package nl.werkvlak.platform.disclosure.explanation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** About what one asks: one trajectory, or all of one commission, or, with neither, all of the tenant. */
public record Scope(@Nullable UUID commission, @Nullable UUID trajectory) {

    public static Scope ofTrajectory(UUID trajectory) {
        return new Scope(null, trajectory);
    }
}
