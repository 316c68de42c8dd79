package nl.werkvlak.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

    private static final String OPERATOR_SECRET = "an-operator-secret-of-at-least-32";

    private final TheHouse house = new TheHouse();
    private final Accounts accounts = house.accounts;
    private final Doorkeeper node = house.node();

    @Nested
    class A_person {

        private final Issued issued =
                accounts.create(new NewAccount("C.Coach@example.nl", "C", Role.COACH, null, TheHouse.SIGNED_COACH));

        @Test
        void comes_in_with_login_and_password_in_whatever_case_the_login_is_typed() {
            assertThat(node.person("c.coach@EXAMPLE.nl", issued.secret()).caller())
                    .hasValueSatisfying(caller -> assertThat(caller.id()).isEqualTo(issued.id()));
        }

        @Test
        void stays_out_with_anything_else() {
            assertStaysOut(node.person("c.coach@example.nl", issued.secret() + "x"));
            assertStaysOut(node.person("c.coách@example.nl", issued.secret()));
            assertStaysOut(node.person("nobody", issued.secret()));
            assertStaysOut(node.person("c.coach@example.nl", ""));
        }

        @Test
        void cannot_ask_for_a_token() {
            assertStaysOut(node.machine("c.coach@example.nl", issued.secret()));
        }

        @Test
        void stays_out_once_disabled_and_a_session_ends() {
            var id = UUID.fromString(issued.id());
            assertThat(node.stillWelcome(id)).isPresent();
            accounts.disableAccount(id);
            assertStaysOut(node.person("c.coach@example.nl", issued.secret()));
            assertThat(node.stillWelcome(id)).isEmpty();
        }

        @Test
        void stays_out_while_the_secrecy_agreement_is_not_signed() {
            house.change("update coach set secrecy_signed_on = '2026-11-03' where email = ?", TheHouse.SIGNED_COACH);
            assertStaysOut(node.person("c.coach@example.nl", issued.secret()));
            house.clock.advance(Duration.ofDays(1));
            assertThat(node.person("c.coach@example.nl", issued.secret()).caller())
                    .isPresent();
        }

        @Test
        void loses_the_old_password_with_a_new_one() {
            var fresh = accounts.newSecretForAccount(UUID.fromString(issued.id()));
            assertStaysOut(node.person("c.coach@example.nl", issued.secret()));
            assertThat(node.person("c.coach@example.nl", fresh.secret()).caller())
                    .isPresent();
        }
    }

    @Nested
    class Who_keeps_failing {

        private final Issued issued = accounts.create(portal());

        @Test
        void has_to_wait_even_with_the_right_secret_and_an_unknown_name_waits_just_the_same() {
            for (var name : new String[] {"portal", "nobody"}) {
                for (int i = 0; i < 5; i++) {
                    assertStaysOut(node.machine(name, "wrong"));
                }
                assertThat(node.machine(name, issued.secret()).retryAfter()).contains(Duration.ofSeconds(1));
            }
            house.clock.advance(Duration.ofSeconds(1));
            assertThat(node.machine("portal", issued.secret()).caller()).isPresent();
        }
    }

    @Nested
    class The_bearer_of_a_token {

        private final Issued issued = accounts.create(portal());
        private final String token =
                node.tokenFor(node.machine("portal", issued.secret()).caller().orElseThrow());

        @Test
        void is_known_on_every_node_with_the_tenant_of_the_client() {
            assertThat(house.node().bearer(token))
                    .hasValueSatisfying(
                            caller -> assertThat(caller.tenant()).contains(TenantId.ofCode(TheHouse.MAASBOUW)));
        }

        @Test
        void is_nobody_once_the_client_is_disabled_or_serves_another_tenant() {
            house.change("update api_client set tenant_id = ? where id = 'portal'", TenantId.ofCode(TheHouse.TERPSTRA));
            assertThat(node.bearer(token)).isEmpty();
            house.change("update api_client set tenant_id = ? where id = 'portal'", TenantId.ofCode(TheHouse.MAASBOUW));
            assertThat(node.bearer(token)).isPresent();
            accounts.disableClient("portal");
            assertThat(node.bearer(token)).isEmpty();
        }

        @Test
        void is_known_by_one_key_however_many_nodes_start_at_once() throws Exception {
            house.change("delete from signing_key");
            var nodes = Executors.newFixedThreadPool(4);
            try {
                var caller = node.bearer(token).orElseThrow();
                Callable<String> first = () -> house.node().tokenFor(caller);
                for (var made : nodes.invokeAll(Collections.nCopies(8, first))) {
                    assertThat(house.node().bearer(made.get())).contains(caller);
                }
            } finally {
                nodes.shutdownNow();
            }
            assertThat(house.texts("select sealed_jwk it from signing_key"))
                    .singleElement()
                    .asString()
                    .doesNotContain("\"d\"");
        }
    }

    @Nested
    class The_operator {

        @Test
        void comes_in_with_the_secret_of_the_environment() {
            var caller = house.node(OPERATOR_SECRET)
                    .machine("operator", OPERATOR_SECRET)
                    .caller();
            assertThat(caller).hasValueSatisfying(who -> assertThat(who.role()).isEqualTo(Role.ADMINISTRATOR));
        }

        @Test
        void stays_out_as_soon_as_a_node_starts_without_the_secret_or_with_another() {
            var before = house.node(OPERATOR_SECRET);
            var token = before.tokenFor(
                    before.machine("operator", OPERATOR_SECRET).caller().orElseThrow());
            assertThat(before.bearer(token)).isPresent();
            var other = "another-operator-secret-of-32-chars";
            assertStaysOut(house.node(other).machine("operator", OPERATOR_SECRET));
            assertThat(house.node().bearer(token)).isEmpty();
            assertStaysOut(before.machine("operator", OPERATOR_SECRET));
        }

        @Test
        void stays_out_with_a_secret_that_is_too_short() {
            assertStaysOut(house.node("short").machine("operator", "short"));
        }
    }

    @Nested
    class Work_in_somebodys_name {

        private final Caller portal = new Caller(
                "portal",
                "portal",
                Role.TENANT_PORTAL,
                TenantId.ofCode(TheHouse.MAASBOUW).value(),
                null);

        @Test
        void is_done_for_the_tenant_of_the_caller_and_both_are_forgotten() throws Exception {
            var tenant = node.inTheNameOf(portal, () -> {
                assertThat(Doorkeeper.caller()).contains(portal);
                return CurrentTenant.required();
            });
            assertThat(tenant).isEqualTo(TenantId.ofCode(TheHouse.MAASBOUW));
            assertThat(CurrentTenant.optional()).isEmpty();
            assertThat(Doorkeeper.caller()).isEmpty();
        }

        @Test
        void forgets_them_also_when_it_fails() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> node.inTheNameOf(portal, () -> {
                        throw new IllegalStateException("It failed");
                    }));
            assertThat(CurrentTenant.optional()).isEmpty();
            assertThat(Doorkeeper.caller()).isEmpty();
        }

        @Test
        void stops_at_what_the_role_does_not_permit() throws Exception {
            node.inTheNameOf(portal, () -> {
                Doorkeeper.demand(Permission.REPORT_PULL);
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> Doorkeeper.demand(Permission.IMPORT_WRITE))
                        .returns(Refusal.Kind.FORBIDDEN, Refusal::kind);
                return portal;
            });
        }

        @Test
        void is_refused_when_nobody_is_known() {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Doorkeeper.demand(Permission.REPORT_PULL));
        }
    }

    private static NewClient portal() {
        return new NewClient("portal", Role.TENANT_PORTAL, TheHouse.MAASBOUW);
    }

    private static void assertStaysOut(Admission admission) {
        assertThat(admission).isEqualTo(new Admission.Refused());
    }
}
