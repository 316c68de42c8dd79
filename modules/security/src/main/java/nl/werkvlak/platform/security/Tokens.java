package nl.werkvlak.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads access tokens (RFC 9068): ES256 and nothing else, for one client and its tenant, for 15 minutes.
 *
 * <p>A token holds no personal data: the client's name, its role and the id of its tenant.
 */
final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "werkvlak-platform";
    private static final String AUDIENCE = "werkvlak-api";
    private static final String ROLE = "role";
    private static final String TENANT = "tenant";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final Supplier<ECKey> key;
    private final Clock clock;

    Tokens(Supplier<ECKey> key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** What a token says about its bearer, to be held against the client as it is now. */
    record Claims(String client, Role role, @Nullable UUID tenant) {}

    String issue(Caller machine) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(machine.id())
                .claim("client_id", machine.id())
                .claim(ROLE, machine.role().name())
                .claim(TENANT, machine.tenant().map(Object::toString).orElse(null))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var signing = key.get();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(signing.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
    }

    /** Empty for whatever is not a token of ours that is valid at this instant. */
    Optional<Claims> read(String token) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(key.get().toPublicJWK()))));
        processor.setJWTClaimsSetVerifier(new AtThisInstant());
        try {
            var claims = processor.process(token, null);
            var life = Duration.between(instant(claims.getIssueTime()), instant(claims.getExpirationTime()));
            if (life.compareTo(LIFE) > 0) {
                return Optional.empty();
            }
            var tenant = claims.getStringClaim(TENANT);
            return Optional.of(new Claims(
                    claims.getSubject(),
                    Role.valueOf(claims.getStringClaim(ROLE)),
                    tenant == null ? null : UUID.fromString(tenant)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            // Whatever is wrong with it, the answer is the same; the token's text must not reach a log.
            return Optional.empty();
        }
    }

    private static Instant instant(Date date) {
        return Objects.requireNonNull(date).toInstant();
    }

    /** By our clock, and without grace: 15 minutes are 15 minutes. */
    private final class AtThisInstant extends DefaultJWTClaimsVerifier<SecurityContext> {
        AtThisInstant() {
            super(
                    AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(ISSUER).build(),
                    Set.of("sub", "iat", "exp", "jti", ROLE));
            setMaxClockSkew(0);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
