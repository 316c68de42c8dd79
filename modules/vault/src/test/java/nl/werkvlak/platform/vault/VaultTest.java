package nl.werkvlak.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-31T12:00:00Z"), ZoneOffset.UTC);
    private static final String PLACE = "client.bsn";
    private static final String SECRET = "111222333";

    private final Vault vault = new Vault(master('a'), CLOCK);
    private final UUID client = UUID.randomUUID();

    private Connection connection;
    private TenantId tenant;
    private TenantId other;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        tenant = newTenant();
        other = newTenant();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Nested
    class What_is_sealed {

        private DataKey key;

        @BeforeEach
        void make() throws SQLException {
            key = keyOf(vault, tenant, client);
        }

        @Test
        void opens_where_it_was_sealed_and_does_not_show_what_it_is() {
            var sealed = seal();

            assertThat(key.openText(sealed, PLACE)).isEqualTo(SECRET);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
            assertThat(seal()).as("the same text is never sealed the same way").isNotEqualTo(sealed);
        }

        @Test
        void stays_nothing_when_there_was_nothing() {
            assertThat(key.seal((String) null, PLACE)).isNull();
            assertThat(key.openText(null, PLACE)).isNull();
        }

        @Test
        void does_not_open_in_another_place() {
            var sealed = seal();

            assertThatExceptionOfType(DoesNotOpen.class)
                    .isThrownBy(() -> key.openText(sealed, "client.phone"))
                    .withMessageNotContaining(SECRET);
        }

        @Test
        void does_not_open_for_another_client_nor_for_the_same_client_of_another_tenant() throws SQLException {
            var sealed = seal();

            for (var stranger : List.of(
                    keyOf(vault, tenant, UUID.randomUUID()), keyOf(vault, other, client), vault.platformKey())) {
                assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> stranger.openText(sealed, PLACE));
            }
        }

        @Test
        void does_not_open_when_any_byte_of_it_was_changed() {
            var sealed = seal();

            for (var i = 0; i < sealed.length; i++) {
                var changed = sealed.clone();
                changed[i] ^= 1;
                assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> key.openText(changed, PLACE));
            }
            assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> key.openText(new byte[0], PLACE));
        }

        private byte[] seal() {
            return Objects.requireNonNull(key.seal(SECRET, PLACE));
        }
    }

    @Nested
    class A_key {

        @Test
        void is_the_same_at_every_time_of_asking() throws SQLException {
            var sealed = keyOf(vault, tenant, client).seal(SECRET, PLACE);

            assertThat(keyOf(new Vault(master('a'), CLOCK), tenant, client).openText(sealed, PLACE))
                    .isEqualTo(SECRET);
        }

        @Test
        void does_not_come_out_under_another_master_key() throws SQLException {
            keyOf(vault, tenant, client);

            assertThatExceptionOfType(DoesNotOpen.class)
                    .isThrownBy(() -> keyOf(new Vault(master('b'), CLOCK), tenant, client));
        }

        @Test
        void does_not_come_out_when_its_row_was_given_to_another_tenant() throws SQLException {
            keyOf(vault, tenant, client);
            var wrapped = Sql.ofTenant(connection, tenant)
                    .query(
                            "select wrapped from data_key where tenant_id = :tenant",
                            row -> Objects.requireNonNull(row.bytes("wrapped")))
                    .get(0);
            Sql.ofTenant(connection, other)
                    .update(
                            "insert into data_key (tenant_id, id, wrapped, created_at) values (:tenant, ?, ?, ?)",
                            client,
                            wrapped,
                            CLOCK.instant());

            assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> keyOf(vault, other, client));
        }

        @Test
        void that_was_erased_opens_nothing_and_is_not_made_again() throws SQLException {
            var stays = UUID.randomUUID();
            vault.keysFor(connection, tenant, List.of(client, stays));
            vault.keysFor(connection, other, List.of(client));

            vault.erase(connection, tenant, client);
            vault.erase(connection, tenant, client);

            assertThat(vault.keysFor(connection, tenant, List.of(client, stays)))
                    .containsOnlyKeys(stays);
            assertThat(vault.keysFor(connection, other, List.of(client))).containsOnlyKeys(client);
        }

        @Test
        void of_a_tenant_that_does_not_exist_is_an_error() {
            var nobody = new TenantId(UUID.randomUUID());

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> vault.keysFor(connection, nobody, List.of(client)))
                    .withMessageContaining("fk_data_key_tenant");
        }
    }

    @Nested
    class Many_keys {

        @Test
        void take_as_many_statements_as_one() throws SQLException {
            var many = new ArrayList<UUID>();
            for (var i = 0; i < 200; i++) {
                many.add(UUID.randomUUID());
            }
            vault.keysFor(connection, tenant, many);
            vault.keysFor(connection, tenant, List.of(client));

            assertThat(statementsFor(many)).isEqualTo(statementsFor(List.of(client)));
            assertThat(vault.keysFor(connection, tenant, many)).containsOnlyKeys(many);
        }

        @Test
        void may_be_asked_for_twice_in_one_go_or_not_at_all() throws SQLException {
            assertThat(vault.keysFor(connection, tenant, List.of(client, client)))
                    .containsOnlyKeys(client);
            assertThat(vault.keysFor(connection, tenant, List.of())).isEmpty();
        }

        private long statementsFor(List<UUID> owners) throws SQLException {
            var before = questions();
            vault.keysFor(connection, tenant, owners);
            return questions() - before;
        }

        private long questions() throws SQLException {
            return Sql.ofPlatform(connection)
                    .query("show session status like 'Questions'", row -> row.count("Value"))
                    .get(0);
        }
    }

    @Nested
    class Two_nodes_that_make_the_same_key {

        @Test
        void use_the_one_that_was_there_first_also_when_it_came_after_their_transaction_began() throws SQLException {
            try (var late = TestDatabase.shared().getConnection()) {
                late.setAutoCommit(false);
                Sql.ofPlatform(late).query("select count(*) n from tenant", row -> row.count("n"));
                var sealed = keyOf(vault, tenant, client).seal(SECRET, PLACE);

                var keys = vault.keysFor(late, tenant, List.of(client));

                assertThat(keys).containsOnlyKeys(client);
                assertThat(Objects.requireNonNull(keys.get(client)).openText(sealed, PLACE))
                        .isEqualTo(SECRET);
                late.rollback();
            }
        }

        @Test
        void get_one_and_the_same_when_they_start_at_once() throws Exception {
            var threads = Executors.newFixedThreadPool(2);
            var start = new CyclicBarrier(2);
            Callable<byte[]> node = () -> {
                try (var own = TestDatabase.shared().getConnection()) {
                    own.setAutoCommit(false);
                    start.await();
                    var keys = vault.keysFor(own, tenant, List.of(client));
                    own.commit();
                    return Objects.requireNonNull(keys.get(client))
                            .seal(SECRET.getBytes(StandardCharsets.UTF_8), PLACE);
                }
            };
            try {
                var both = List.of(threads.submit(node), threads.submit(node));
                var key = keyOf(vault, tenant, client);
                for (var sealed : both) {
                    assertThat(key.openText(sealed.get(), PLACE)).isEqualTo(SECRET);
                }
            } finally {
                threads.shutdown();
            }
        }
    }

    @Nested
    class A_fingerprint {

        @Test
        void tells_the_same_text_from_another_only_to_who_holds_the_master_key() {
            assertThat(vault.fingerprint(SECRET))
                    .hasSize(32)
                    .isEqualTo(new Vault(master('a'), CLOCK).fingerprint(SECRET))
                    .isNotEqualTo(vault.fingerprint("111222334"))
                    .isNotEqualTo(new Vault(master('b'), CLOCK).fingerprint(SECRET));
        }
    }

    @Nested
    class A_digest_under_a_key {

        @Test
        void is_the_same_for_the_same_text_and_differs_with_the_text_the_client_and_the_tenant() throws SQLException {
            var digest = keyOf(vault, tenant, client).digest(SECRET);

            assertThat(digest)
                    .hasSize(32)
                    .isEqualTo(keyOf(vault, tenant, client).digest(SECRET))
                    .isNotEqualTo(keyOf(vault, tenant, client).digest("111222334"))
                    .isNotEqualTo(keyOf(vault, tenant, UUID.randomUUID()).digest(SECRET))
                    .isNotEqualTo(keyOf(vault, other, client).digest(SECRET));
        }
    }

    @Nested
    class Who_only_looks {

        @Test
        void gets_the_keys_that_are_there_and_makes_none() throws SQLException {
            keyOf(vault, tenant, client);
            var never = UUID.randomUUID();

            assertThat(vault.existingKeys(connection, tenant, List.of(client, never)))
                    .containsOnlyKeys(client);
            assertThat(vault.existingKeys(connection, tenant, List.of(never))).isEmpty();
            assertThat(vault.existingKeys(connection, other, List.of(client))).isEmpty();
        }
    }

    @Nested
    class A_master_key {

        @ParameterizedTest
        @ValueSource(ints = {0, 16, 31, 33})
        void has_32_bytes(int size) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Vault(new byte[size], CLOCK));
        }
    }

    private DataKey keyOf(Vault from, TenantId ofTenant, UUID owner) throws SQLException {
        return Objects.requireNonNull(
                from.keysFor(connection, ofTenant, List.of(owner)).get(owner));
    }

    private TenantId newTenant() throws SQLException {
        var id = new TenantId(UUID.randomUUID());
        Sql.ofTenant(connection, id)
                .update(
                        "insert into tenant (id, code, name, kind) values (:tenant, ?, 'T', 'EMPLOYER')",
                        id.toString().substring(0, 18));
        return id;
    }

    private static byte[] master(char letter) {
        return String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
    }
}
