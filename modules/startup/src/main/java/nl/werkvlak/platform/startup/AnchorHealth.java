package nl.werkvlak.platform.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import nl.werkvlak.platform.disclosure.register.Witness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the anchor follows the disclosure register. Trouble shows here at once, as degraded; after a day this node is
 * not ready any more, so that nothing leaves by it that nobody outside the database vouches for.
 */
@Readiness
@ApplicationScoped
public class AnchorHealth implements HealthCheck {

    private static final Duration GRACE = Duration.ofHours(24);

    @Inject
    private Witness witness;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("disclosure-register-anchor");
        var trouble = witness.trouble();
        if (trouble.isEmpty()) {
            return answer.up().withData("state", "following").build();
        }
        return answer.status(trouble.get().since().plus(GRACE).isAfter(clock.instant()))
                .withData("state", "degraded")
                .withData("trouble", trouble.get().what())
                .withData("since", trouble.get().since().toString())
                .build();
    }
}
