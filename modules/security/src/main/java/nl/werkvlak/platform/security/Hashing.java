package nl.werkvlak.platform.security;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.apache.shiro.crypto.hash.DefaultHashService;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider.Parameters;

/**
 * Argon2id, for people and machines alike, with the parameters that OWASP advises (19 MiB, two passes, one lane).
 *
 * <p>At most as many hashes at once as there are processors: a flood of attempts costs waiting, not memory.
 */
final class Hashing {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final Semaphore SEATS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private static final PasswordService ARGON2 = argon2();

    /** Of a secret that nobody has: what an unknown name is compared with, so that it takes as long as a known one. */
    private static final String NOBODY = ARGON2.encryptPassword(Secrets.forMachine());

    private Hashing() {}

    /** Thrown when there was no seat within five seconds. */
    static final class TooBusy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static String hash(String secret) {
        return seated(() -> ARGON2.encryptPassword(secret));
    }

    static String hashOfNobody() {
        return NOBODY;
    }

    /**
     * Compares two Argon2 outputs under a salt that a guesser does not know and cannot steer: the time that the last step
     * takes says nothing about the secret.
     */
    static PasswordService service() {
        return ARGON2;
    }

    static <T> T seated(Supplier<T> work) {
        try {
            if (!SEATS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            SEATS.release();
        }
    }

    private static PasswordService argon2() {
        var hashes = new DefaultHashService();
        hashes.setDefaultAlgorithmName(Parameters.DEFAULT_ALGORITHM_NAME);
        hashes.setParameters(Map.of(
                Parameters.PARAMETER_MEMORY_KIB, MEMORY_KIB,
                Parameters.PARAMETER_ITERATIONS, PASSES,
                Parameters.PARAMETER_PARALLELISM, 1));
        var service = new DefaultPasswordService();
        service.setHashService(hashes);
        return service;
    }
}
