package nl.werkvlak.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The key of one client (or of one tenant, for what is about many). Thread-safe.
 *
 * <p>What is sealed is bound to its place (such as {@code client.bsn}) and to the key's owner: a sealed value that is
 * moved to another column, row or tenant does not open.
 */
public final class DataKey {

    static final int BYTES = 32;

    private final Aead aead;
    private final String owner;

    DataKey(byte[] key, String owner) {
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key of the wrong size", e);
        }
        this.owner = owner;
    }

    /** Nothing stays nothing. */
    public byte @Nullable [] seal(@Nullable String text, String place) {
        return text == null ? null : seal(text.getBytes(StandardCharsets.UTF_8), place);
    }

    public byte[] seal(byte[] clear, String place) {
        try {
            return aead.encrypt(clear, bound(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** Nothing stays nothing. */
    public @Nullable String openText(byte @Nullable [] sealed, String place) {
        return sealed == null ? null : new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException when it was sealed under another key or for another place, or was changed
     */
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, bound(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was sealed for " + place + " does not open with this key", e);
        }
    }

    private byte[] bound(String place) {
        return (owner + ":" + place).getBytes(StandardCharsets.UTF_8);
    }
}
