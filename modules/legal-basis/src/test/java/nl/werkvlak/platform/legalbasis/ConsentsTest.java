package nl.werkvlak.platform.legalbasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.RecordedBasis.Withdrawal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The consent ledger on the real database: given once for the same, and taken back as easily, for two tenants that look alike. */
class ConsentsTest {

    private static final Change NOW = new Change("fg", Instant.parse("2026-11-25T12:00:00Z"), "a letter came");
    private static final Change LATER = new Change("fg-2", Instant.parse("2026-11-26T12:00:00Z"), "another came");

    private final TwoOffices offices = new TwoOffices();
    private final TenantId employer = offices.employer;
    private final TenantId uwv = offices.uwv;
    private final LegalBases bases = new LegalBases(offices.database);

    @Test
    void for_exactly_the_same_is_recorded_once_for_a_period_and_again_after_a_withdrawal() {
        var first = bases.record(
                employer, Terms.ofLetter("f").days("2026-10-01", "2026-10-31").make(), NOW);
        refused(
                "already-consented",
                () -> bases.record(
                        employer,
                        Terms.ofLetter("f")
                                .number("B-2")
                                .days("2026-10-31", null)
                                .make(),
                        NOW));
        bases.record(
                employer,
                Terms.ofLetter("f").number("B-3").days("2026-11-01", null).make(),
                NOW);
        bases.record(
                employer,
                Terms.ofLetter("f").number("B-4").categories(DataCategory.EXP).make(),
                NOW);
        bases.withdraw(employer, first.fact().id(), ConsentBy.CLIENT, null, NOW);
        bases.record(
                employer,
                Terms.ofLetter("f")
                        .number("B-5")
                        .days("2026-10-01", "2026-10-31")
                        .make(),
                NOW);
    }

    @Test
    void is_withdrawn_from_now_on_or_from_when_the_client_said_so() {
        var first =
                bases.record(employer, Terms.ofLetter("f").make(), NOW).fact().id();
        assertThat(bases.withdraw(employer, first, ConsentBy.CLIENT, null, LATER)
                        .fact()
                        .withdrawal())
                .isEqualTo(new Withdrawal(LATER.at(), ConsentBy.CLIENT));
        var second = bases.record(employer, Terms.ofLetter("f").number("B-2").make(), NOW)
                .fact()
                .id();
        var said = Instant.parse("2026-11-12T08:00:00Z");
        assertThat(bases.withdraw(employer, second, ConsentBy.REPRESENTATIVE, said, LATER)
                        .fact()
                        .withdrawal())
                .isEqualTo(new Withdrawal(said, ConsentBy.REPRESENTATIVE));
        contradicted("already-withdrawn", () -> bases.withdraw(employer, second, ConsentBy.CLIENT, null, LATER));
    }

    @Test
    void of_a_child_is_withdrawn_by_the_child() {
        var consent = bases.record(
                        uwv,
                        Terms.ofLetter("f")
                                .givenOn("2026-10-01", ConsentBy.REPRESENTATIVE)
                                .make(),
                        NOW)
                .fact()
                .id();
        assertThat(bases.withdraw(uwv, consent, ConsentBy.CLIENT, null, LATER)
                        .fact()
                        .withdrawal())
                .isNotNull();
    }

    @Test
    void for_a_whole_commission_that_an_import_brought_can_be_withdrawn() {
        offices.tell(
                employer,
                "insert into legal_basis (tenant_id, id, number, commission_id, letter, purposes, categories,"
                        + " first_day, evidence, consent_on, consent_by, changed_by, change_reason) values (:tenant,"
                        + " ?, 'OLD', ?, 'f', 'P7', 'EDU', '2026-01-01', 'x', '2026-01-01', 'CLIENT', 'import', 'x')",
                Terms.CLIENT,
                Terms.COMMISSION);
        assertThat(bases.withdraw(employer, Terms.CLIENT, ConsentBy.CLIENT, null, NOW)
                        .fact()
                        .withdrawal())
                .isNotNull();
    }

    private static void refused(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(code, Refusal::code);
    }

    private static void contradicted(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(asked)
                .returns(Refusal.Kind.CONFLICT, Refusal::kind)
                .returns(code, Refusal::code);
    }
}
