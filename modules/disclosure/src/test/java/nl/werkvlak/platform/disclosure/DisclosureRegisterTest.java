package nl.werkvlak.platform.disclosure;

import static nl.werkvlak.platform.disclosure.DisclosureRegister.Event.ISSUED;
import static nl.werkvlak.platform.disclosure.DisclosureRegister.Event.PULLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureRegisterTest {

    private static final Instant AT = Instant.parse("2026-10-31T12:00:00.123456Z");

    private final UUID report = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();

    private Connection connection;
    private TenantId tenant;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.shared().getConnection();
        connection.setAutoCommit(false);
        tenant = Office.open(connection).tenant();
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void remembers_what_left_for_whom_on_which_bases_and_when() throws SQLException {
        DisclosureRegister.append(connection, tenant, List.of(entry(ISSUED, client), entry(PULLED, null)));

        assertThat(entries(tenant))
                .containsExactly(
                        "ISSUED IDENT,GOAL A-1 B-2 2026-10-31T12:00:00.123456Z",
                        "PULLED IDENT,GOAL A-1 B-2 2026-10-31T12:00:00.123456Z");
    }

    @Test
    void keeps_the_entries_of_tenants_apart_although_they_speak_of_the_same_report() throws SQLException {
        var other = Office.open(connection).tenant();
        DisclosureRegister.append(connection, tenant, List.of(entry(ISSUED, client)));
        DisclosureRegister.append(connection, other, List.of(entry(PULLED, client)));

        assertThat(entries(tenant)).singleElement().asString().startsWith("ISSUED");
        assertThat(entries(other)).singleElement().asString().startsWith("PULLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update disclosure set recipient = 'X' where tenant_id = :tenant",
                "update disclosure set disclosed_at = disclosed_at where tenant_id = :tenant",
                "delete from disclosure where tenant_id = :tenant",
                "replace into disclosure select * from disclosure where tenant_id = :tenant"
            })
    void is_never_changed(String change) throws SQLException {
        DisclosureRegister.append(connection, tenant, List.of(entry(ISSUED, client)));
        connection.commit();

        // The driver gives up a connection on which the trigger spoke, so it is one of its own.
        try (var another = TestDatabase.shared().getConnection()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.ofTenant(another, tenant).update(change))
                    .withMessageContaining("append-only");
        }
        assertThat(entries(tenant)).singleElement().asString().startsWith("ISSUED");
    }

    @Test
    void refuses_an_entry_of_nobody() {
        var nobody = new TenantId(UUID.randomUUID());

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DisclosureRegister.append(connection, nobody, List.of(entry(ISSUED, client))))
                .withMessageContaining("fk_disclosure_tenant");
    }

    @Test
    void forgets_with_the_transaction_of_what_it_records() throws SQLException {
        var kept = UUID.randomUUID();
        var before = connection.setSavepoint();
        DisclosureRegister.append(connection, tenant, List.of(entry(ISSUED, kept)));
        connection.rollback(before);

        assertThat(entries(tenant)).isEmpty();
    }

    private DisclosureRegister.Entry entry(DisclosureRegister.Event event, @Nullable UUID about) {
        return new DisclosureRegister.Entry(
                event,
                report,
                about,
                "portal",
                EnumSet.of(DataCategory.IDENT, DataCategory.GOAL),
                new TreeSet<>(Set.of("A-1", "B-2")),
                AT);
    }

    private List<String> entries(TenantId owner) throws SQLException {
        return Sql.ofTenant(connection, owner)
                .query(
                        "select event, categories, bases, disclosed_at from disclosure where tenant_id = :tenant"
                                + " order by sequence",
                        row -> row.text("event") + " " + row.text("categories") + " " + row.text("bases") + " "
                                + row.instant("disclosed_at"));
    }
}
