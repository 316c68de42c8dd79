package nl.werkvlak.platform.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody thought up. */
final class Secrets {

    private static final int MACHINE_BYTES = 32;
    private static final int PERSON_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 bits, for a machine: 43 characters that need no escaping anywhere. */
    static String forMachine() {
        return random(MACHINE_BYTES);
    }

    /** 144 bits, for a person: 24 characters. */
    static String forPerson() {
        return random(PERSON_BYTES);
    }

    private static String random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
