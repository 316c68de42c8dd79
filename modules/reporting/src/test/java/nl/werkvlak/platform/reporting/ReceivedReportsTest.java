package nl.werkvlak.platform.reporting;

import static nl.werkvlak.platform.reporting.TwoTenants.A;
import static nl.werkvlak.platform.reporting.TwoTenants.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister.Event;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.reporting.ReceivedReports.ReceivedReport;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R6: a client of one of two tenants with the same ids asks who was told, after a wrong job title was put right. */
@NullUnmarked
class ReceivedReportsTest {

    private static final UUID FIRST = TwoTenants.trajectory(1);
    private static final UUID CLIENT = TwoTenants.client(1);

    private final MovableClock clock = new MovableClock(TwoTenants.CLOCK);
    private ReceivedReports received;
    private Node node;
    private Report wrong;

    @BeforeEach
    void a_report_with_a_wrong_job_title_is_opened_and_corrected() throws SQLException {
        var database = TestDatabase.fresh();
        var tenants = new TwoTenants(database);
        for (var tenant : List.of(A, B)) {
            tenants.tell(tenant, "update trajectory set job_title = 'Kok' where tenant_id = :tenant");
        }
        received = new ReceivedReports(database);
        node = new Node(database, clock);
        node.run();
        wrong = node.reportOf(A, FIRST);
        node.get(A, wrong.id());
        node.pull(A, wrong.id(), Form.JSON);
        clock.set("2026-11-06T09:00:00Z");
        node.pull(A, wrong.id(), Form.JSON);
        node.pull(A, wrong.id(), Form.HTML);
        node.get(B, node.reportOf(B, FIRST).id());
        clock.set("2026-11-07T09:00:00Z");
        tenants.tell(A, "update trajectory set job_title = 'Bakker' where tenant_id = :tenant and id = ?", FIRST);
        node.corrector.follow();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void who_saw_and_opened_it_is_told_with_how_often_when_and_in_which_form() {
        var report = about(A, 1).stream()
                .filter(each -> each.id().equals(wrong.id()))
                .findFirst()
                .orElseThrow();

        assertThat(report.receipts())
                .extracting(
                        ReceivedReports.Receipt::event,
                        ReceivedReports.Receipt::recipient,
                        ReceivedReports.Receipt::form,
                        ReceivedReports.Receipt::times,
                        receipt -> receipt.lastAt().toString())
                .containsExactlyInAnyOrder(
                        tuple(Event.LISTED, "portal", null, 1, "2026-11-05T09:00:00Z"),
                        tuple(Event.OPENED, "portal", Form.JSON, 2, "2026-11-06T09:00:00Z"),
                        tuple(Event.OPENED, "portal", Form.HTML, 1, "2026-11-06T09:00:00Z"));
        assertThat(report.withdrawnAt()).isEqualTo("2026-11-07T09:00:00Z");
        assertThat(report.notices())
                .extracting(Notices.Notice::what, Notices.Notice::nextVersion)
                .containsExactlyInAnyOrder(tuple(Notices.What.WITHDRAWN, null), tuple(Notices.What.CORRECTED, 2));
    }

    @Test
    void every_version_in_which_the_client_stands_is_told_also_one_that_only_counts() {
        assertThat(about(A, 1))
                .extracting(ReceivedReport::kind, ReceivedReport::version, ReceivedReport::isOverMany)
                .containsExactlyInAnyOrder(
                        tuple(ReportKind.PROGRESS, 2, false),
                        tuple(ReportKind.PROGRESS, 1, false),
                        tuple(ReportKind.ACCOUNTABILITY, 1, true));
        assertThat(about(A, 1).get(0).receipts()).as("nobody looked yet").isEmpty();
        assertThat(about(A, 1).get(0).categories()).contains(DataCategory.EMPLOY, DataCategory.IDENT);
        assertThat(received.about(A, CLIENT, null, 10).recipient()).isEqualTo("Zelfde Naam B.V.");
    }

    @Test
    void another_client_and_another_tenant_have_answers_of_their_own() {
        assertThat(about(A, 2))
                .allSatisfy(report -> assertThat(report.receipts()).isEmpty());
        assertThat(about(B, 1))
                .filteredOn(report -> report.kind() == ReportKind.PROGRESS)
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.version()).isOne();
                    assertThat(report.notices()).isEmpty();
                    assertThat(report.receipts())
                            .extracting(ReceivedReports.Receipt::event)
                            .containsExactly(Event.LISTED);
                });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> received.about(A, UUID.randomUUID(), null, 10))
                .returns("client", Refusal::code)
                .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
    }

    @Test
    void a_client_is_found_by_the_number_that_the_tenant_knows() {
        assertThat(received.client(A, "K1")).isEqualTo(CLIENT);
        assertThat(received.about(A, CLIENT, null, 10).client()).isEqualTo("K1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> received.client(A, "K4"))
                .returns("client", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> received.client(TenantId.ofCode("CCC"), "K1"))
                .returns("client", Refusal::code);
    }

    @Test
    void the_answer_comes_in_pages() {
        var first = received.about(A, CLIENT, null, 2).reports();
        var second = received.about(A, CLIENT, first.next(), 2).reports();

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    private List<ReceivedReport> about(TenantId tenant, int client) {
        return received.about(tenant, TwoTenants.client(client), null, 10)
                .reports()
                .items();
    }
}
