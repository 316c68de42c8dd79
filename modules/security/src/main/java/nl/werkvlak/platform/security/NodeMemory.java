package nl.werkvlak.platform.security;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one node remembers for as long as it runs: failed attempts, the signing key, and that the operator was prepared. */
@ApplicationScoped
class NodeMemory {

    private final Throttle throttle = new Throttle();
    private @Nullable ECKey signingKey;
    private boolean operatorIsPrepared;

    Throttle throttle() {
        return throttle;
    }

    synchronized ECKey signingKey(Supplier<ECKey> first) {
        var known = signingKey;
        if (known == null) {
            known = first.get();
            signingKey = known;
        }
        return known;
    }

    /** When preparing fails it is tried again at the next attempt. */
    synchronized void prepareOperator(Runnable prepare) {
        if (!operatorIsPrepared) {
            prepare.run();
            operatorIsPrepared = true;
        }
    }
}
