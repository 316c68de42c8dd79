package nl.werkvlak.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {

    private final TheHouse house = new TheHouse();
    private final Accounts accounts = house.accounts;

    @Nested
    class A_new_account {

        @Test
        void has_a_secret_that_stands_nowhere_but_as_an_argon2id_hash() {
            var issued = accounts.create(administrator("admin"));
            var stored = house.texts("select password_hash it from account where login = 'admin'");
            assertThat(stored)
                    .singleElement()
                    .asString()
                    .startsWith("$shiro2$argon2id$")
                    .doesNotContain(issued.secret());
            assertThat(issued.toString()).doesNotContain(issued.secret());
        }

        @Test
        void needs_a_login_that_is_not_taken_however_it_is_written() {
            accounts.create(administrator("Jansen"));
            assertRefused("already-exists", () -> accounts.create(administrator(" jansen ")));
        }

        @Test
        void of_a_coach_needs_a_signed_secrecy_agreement() {
            assertRefused("secrecy-not-signed", () -> accounts.create(coach("unsigned", TheHouse.UNSIGNED_COACH)));
            accounts.create(coach("signed", "Signed@Coach.example"));
        }

        @Test
        void of_a_coach_names_one_coach() {
            accounts.create(coach("by-code", "C1"));
            assertRefused("ambiguous-coach", () -> accounts.create(coach("either", "C2")));
            assertRefused("unknown-coach", () -> accounts.create(coach("nobody", "C9")));
            assertRefused(
                    "coach-and-role", () -> accounts.create(new NewAccount("x-y-z", "X", Role.COACH, null, null)));
        }

        @Test
        void has_a_tenant_exactly_when_its_role_is_of_a_tenant() {
            assertRefused(
                    "tenant-and-role",
                    () -> accounts.create(new NewAccount("user", "U", Role.TENANT_USER, null, null)));
            assertRefused(
                    "tenant-and-role",
                    () -> accounts.create(new NewAccount("user", "U", Role.ADMINISTRATOR, TheHouse.MAASBOUW, null)));
            assertRefused(
                    "unknown-tenant",
                    () -> accounts.create(new NewAccount("user", "U", Role.TENANT_USER, "NOWHERE", null)));
            accounts.create(new NewAccount("user", "U", Role.TENANT_USER, TheHouse.MAASBOUW, null));
        }

        @Test
        void cannot_have_the_role_of_a_machine() {
            assertRefused(
                    "role-of-machine",
                    () -> accounts.create(new NewAccount("portal", "P", Role.TENANT_PORTAL, TheHouse.MAASBOUW, null)));
        }
    }

    @Nested
    class An_account {

        @Test
        void is_found_again_by_its_login_however_it_is_written() {
            var issued = accounts.create(new NewAccount("Found", "F", Role.TENANT_USER, TheHouse.MAASBOUW, null));
            assertThat(accounts.named(" fOUND "))
                    .hasValueSatisfying(found -> assertThat(found)
                            .isEqualTo(new Accounts.Known(
                                    UUID.fromString(issued.id()),
                                    "found",
                                    Role.TENANT_USER,
                                    TheHouse.MAASBOUW,
                                    false)));
            assertThat(accounts.list(100)).contains(accounts.named("found").orElseThrow());
            assertThat(accounts.named("nobody-of-this-name")).isEmpty();
        }
    }

    @Nested
    class A_new_client {

        @Test
        void needs_an_id_that_is_well_formed_and_not_taken() {
            accounts.create(portal("portal-a"));
            assertRefused("already-exists", () -> accounts.create(portal("portal-a")));
            assertRefused("already-exists", () -> accounts.create(new NewClient("operator", Role.ADMINISTRATOR, null)));
            assertRefused("bad-client-id", () -> accounts.create(portal("Portal A")));
        }

        @Test
        void may_be_the_privacy_officers() {
            accounts.create(new NewClient("privacy-desk", Role.PRIVACY_OFFICER, null));
            assertThat(house.texts("select role it from api_client where id = 'privacy-desk'"))
                    .containsExactly("PRIVACY_OFFICER");
        }

        @Test
        void cannot_have_the_role_of_a_person() {
            assertRefused("role-of-person", () -> accounts.create(new NewClient("coach-1", Role.COACH, null)));
        }
    }

    @Nested
    class A_new_secret {

        @Test
        void is_not_given_to_who_is_unknown_or_disabled() {
            var id = UUID.fromString(accounts.create(administrator("leaver")).id());
            accounts.disableAccount(id);
            accounts.disableAccount(id);
            assertRefused("disabled", () -> accounts.newSecretForAccount(id));
            assertRefused("unknown", () -> accounts.newSecretForAccount(UUID.randomUUID()));
            assertRefused("unknown", () -> accounts.disableClient("no-such-client"));
        }

        @Test
        void of_the_operator_comes_from_the_environment_only() {
            assertRefused("operator-by-environment", () -> accounts.newSecretForClient("operator"));
        }
    }

    private static NewAccount administrator(String login) {
        return new NewAccount(login, "A", Role.ADMINISTRATOR, null, null);
    }

    private static NewAccount coach(String login, String coach) {
        return new NewAccount(login, "C", Role.COACH, null, coach);
    }

    private static NewClient portal(String id) {
        return new NewClient(id, Role.TENANT_PORTAL, TheHouse.MAASBOUW);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(work).returns(code, Refusal::code);
    }
}
