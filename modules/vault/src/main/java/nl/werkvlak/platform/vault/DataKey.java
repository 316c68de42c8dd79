package nl.werkvlak.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of one client (or of one tenant, for what is about many). Thread-safe.
 *
 * <p>What is sealed is bound to its place (such as {@code client.bsn}) and to the key's owner: a sealed value that is
 * moved to another column, row or tenant does not open.
 */
public final class DataKey {

    static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private final Aead aead;
    private final SecretKeySpec digests;
    private final String owner;

    DataKey(byte[] key, String owner) {
        this.digests = new SecretKeySpec(derive(key, "digest"), HMAC);
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
     * @throws DoesNotOpen when it was sealed under another key or for another place, or was changed
     */
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, bound(place));
        } catch (GeneralSecurityException e) {
            throw new DoesNotOpen(place, e);
        }
    }

    /**
     * A keyed digest of 32 bytes (HMAC-SHA-256): the same for the same text, and meaningless to everybody once this key
     * is erased.
     */
    public byte[] digest(String text) {
        return digest(digests, bound(text));
    }

    static byte[] digest(SecretKeySpec key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No " + HMAC, e);
        }
    }

    /** A key for another use, so that no key serves two (RFC 5869). */
    static byte[] derive(byte[] key, String use) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256", key, new byte[0], ("werkvlak " + use).getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key derivation", e);
        }
    }

    private byte[] bound(String place) {
        return (owner + ":" + place).getBytes(StandardCharsets.UTF_8);
    }
}
