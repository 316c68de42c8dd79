package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.mail.MailAddresses;
import nl.werkvlak.platform.reporting.mail.MailAddresses.Language;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the mail of two tenants goes, as an administrator decides. */
@NullUnmarked
class MailAddressesTest {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final String HR_A = "hr@appelboom.example";
    private static final String HR_B = "hr@berkenlaan.example";

    private final MovableClock clock = new MovableClock(TwoTenants.CLOCK);
    private TwoTenants tenants;
    private MailAddresses addresses;

    @BeforeEach
    void two_tenants_with_an_address() throws SQLException {
        var database = TestDatabase.fresh();
        tenants = new TwoTenants(database);
        addresses = new MailAddresses(database, clock);
        addresses.decide(A, HR_A, Language.NL, "admin");
        addresses.decide(B, HR_B, Language.EN, "admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hr@a.example\r\nBcc: dief@b.example",
                "hr@a.example\nX: y",
                "hr@a.example, dief@b.example",
                "\"hr\" <hr@a.example>",
                "hr@localhost",
                "hr",
                "",
                "hr@a.example ",
                "hé@a.example"
            })
    void in_which_more_could_hide_than_an_address_is_refused(String address) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> addresses.decide(A, address, Language.NL, "admin"))
                .returns("not-an-address", Refusal::code);
        assertThatExceptionOfType(SQLException.class)
                .as("nor does the database take what ends a line")
                .isThrownBy(() -> tenants.tell(
                        A,
                        "insert into mail_address (tenant_id, id, address, language, decided_at, decided_by)"
                                + " values (:tenant, uuid(), ?, 'nl', '2026-11-06', 'x')",
                        "hr@a.example\r\nBcc: x@b.example"));
    }

    @Test
    void of_before_stays_known_and_is_of_one_tenant() {
        clock.set("2026-11-06T09:00:00Z");
        addresses.decide(A, null, Language.EN, "other");

        assertThat(addresses.history(A))
                .extracting(MailAddresses.Decided::address)
                .containsExactly(null, HR_A);
        assertThat(addresses.history(B))
                .extracting(MailAddresses.Decided::address)
                .containsExactly(HR_B);
    }
}
