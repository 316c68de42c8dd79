package nl.werkvlak.platform.subjectrights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import nl.werkvlak.platform.kernel.PublicHolidays;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.subjectrights.Assessment.Request;
import org.junit.jupiter.api.Test;

/** The desk on the real database, for two tenants whose clients look alike. */
class AssessmentsTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-27T09:30:00Z");

    private final TwoOffices offices = new TwoOffices();
    private final Assessments assessments = new Assessments(offices.database);

    @Test
    void rests_on_the_grounds_of_this_client_at_this_tenant_only() {
        offices.basis(offices.one, "c");
        offices.basis(offices.other, "a");
        assertThat(portable(offices.one, TwoOffices.CLIENT)).isEqualTo(Assessment.Why.PORTABLE);
        assertThat(portable(offices.other, TwoOffices.CLIENT)).isEqualTo(Assessment.Why.NOT_PORTABLE);
        assertThat(portable(offices.one, TwoOffices.OTHER_CLIENT)).isEqualTo(Assessment.Why.NOT_PORTABLE);
    }

    @Test
    void is_about_a_client_of_this_tenant() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> portable(offices.one, UUID.randomUUID()))
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }

    private Assessment.Why portable(TenantId tenant, UUID client) {
        var request = new Request(Right.PORTABILITY, Requester.CLIENT, RECEIVED, 0);
        return assessments.assess(tenant, client, request, PublicHolidays.ATW).answers().stream()
                .filter(answer -> answer.category() == DataCategory.EDU)
                .findFirst()
                .orElseThrow()
                .why();
    }
}
