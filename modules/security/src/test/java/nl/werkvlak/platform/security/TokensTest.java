package nl.werkvlak.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final Caller PORTAL = new Caller("portal", "portal", Role.TENANT_PORTAL, TENANT, null);

    private final MovableClock clock = new MovableClock();
    private final ECKey key = SigningKeys.fresh();
    private final Tokens tokens = new Tokens(() -> key, clock);
    private final String token = tokens.issue(PORTAL);

    @Nested
    class A_token {

        @Test
        void names_the_client_its_role_and_its_tenant() {
            assertThat(tokens.read(token)).contains(new Tokens.Claims("portal", Role.TENANT_PORTAL, TENANT));
        }

        @Test
        void lives_for_fifteen_minutes_and_not_a_second_longer() {
            clock.advance(Duration.ofMinutes(15).minusSeconds(1));
            assertThat(tokens.read(token)).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(tokens.read(token)).isEmpty();
        }

        @Test
        void is_another_one_each_time() {
            assertThat(tokens.issue(PORTAL)).isNotEqualTo(token);
        }
    }

    @Nested
    class Not_a_token_of_ours {

        @Test
        void with_a_changed_payload() {
            var parts = token.split("\\.", -1);
            var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    .replace(TENANT.toString(), UUID.randomUUID().toString());
            var forged =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
            assertThat(tokens.read(parts[0] + "." + forged + "." + parts[2])).isEmpty();
        }

        @Test
        void under_another_key_of_the_same_name() throws Exception {
            assertThat(tokens.read(signed(ours().build(), new ECDSASigner(SigningKeys.fresh()), JWSAlgorithm.ES256)))
                    .isEmpty();
        }

        @Test
        void without_a_signature() throws Exception {
            assertThat(tokens.read(new PlainJWT(ours().build()).serialize())).isEmpty();
        }

        @Test
        void under_our_public_key_as_if_it_were_a_shared_secret() throws Exception {
            var signer = new MACSigner(key.toPublicJWK().toJSONString());
            assertThat(tokens.read(signed(ours().build(), signer, JWSAlgorithm.HS256)))
                    .isEmpty();
        }

        @Test
        void under_another_curve() throws Exception {
            var signer = new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate());
            assertThat(tokens.read(signed(ours().build(), signer, JWSAlgorithm.ES384)))
                    .isEmpty();
        }

        @Test
        void for_another_audience_or_by_another_issuer() throws Exception {
            assertThat(tokens.read(signed(ours().audience("elsewhere").build())))
                    .isEmpty();
            assertThat(tokens.read(signed(ours().issuer("elsewhere").build()))).isEmpty();
        }

        @Test
        void that_lives_longer_than_we_ever_grant() throws Exception {
            assertThat(tokens.read(signed(ours().build()))).isPresent();
            var tooLong = Date.from(clock.instant().plus(Tokens.LIFE).plusSeconds(1));
            assertThat(tokens.read(signed(ours().expirationTime(tooLong).build())))
                    .isEmpty();
            assertThat(tokens.read(signed(ours().expirationTime(null).build()))).isEmpty();
        }

        @Test
        void with_a_role_that_is_none() throws Exception {
            assertThat(tokens.read(signed(ours().claim("role", "OWNER").build())))
                    .isEmpty();
        }

        @Test
        void that_is_signed_for_another_use() throws Exception {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    ours().build());
            token.sign(new ECDSASigner(key));
            assertThat(tokens.read(token.serialize())).isEmpty();
        }

        @Test
        void that_is_no_token_at_all() {
            assertThat(tokens.read("")).isEmpty();
            assertThat(tokens.read("a.b.c")).isEmpty();
        }
    }

    private JWTClaimsSet.Builder ours() {
        return new JWTClaimsSet.Builder()
                .issuer("werkvlak-platform")
                .audience("werkvlak-api")
                .subject("portal")
                .claim("role", "TENANT_PORTAL")
                .claim("tenant", TENANT.toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Tokens.LIFE)))
                .jwtID("1");
    }

    private String signed(JWTClaimsSet claims) throws Exception {
        return signed(claims, new ECDSASigner(key), JWSAlgorithm.ES256);
    }

    private String signed(JWTClaimsSet claims, JWSSigner signer, JWSAlgorithm algorithm) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }
}
