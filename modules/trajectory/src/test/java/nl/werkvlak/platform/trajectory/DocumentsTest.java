package nl.werkvlak.platform.trajectory;

import static nl.werkvlak.platform.trajectory.TwoTenants.COMMISSION;
import static nl.werkvlak.platform.trajectory.TwoTenants.TRAJECTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Condition K11, from a document in the file to one that may leave, for two tenants whose trajectory has the same id. */
class DocumentsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String CLEAN_TEXT = "Werkervaring: zes jaar planner bij een drukkerij.";

    private final DataSource database = TestDatabase.shared();
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());
    private final Documents documents = new Documents(database);

    @BeforeEach
    void two_tenants() throws SQLException {
        TwoTenants.open(database, one, other);
    }

    @Test
    void a_document_leaves_from_its_release_on_once_it_was_added_scanned_and_released() throws SQLException {
        var id = added(one, DocumentType.CV);
        documents.scan(one, id, CLEAN_TEXT, at(1, "scanned"));
        assertThat(mayLeave(one, NOON.plusSeconds(10))).isFalse();

        var released = documents.release(one, id, NOON.plusSeconds(2), at(3, "the coach agrees"));

        assertThat(released.fact().releasedBy())
                .as("the coach of the trajectory")
                .isEqualTo(one.value());
        assertThat(mayLeave(one, NOON.plusSeconds(1))).isFalse();
        assertThat(mayLeave(one, NOON.plusSeconds(2))).isTrue();
        assertThat(mayLeave(other, NOON.plusSeconds(10))).isFalse();
    }

    @Test
    void every_state_stays_with_who_made_it_so_and_why() {
        var id = added(one, DocumentType.DIPLOMA);
        documents.scan(one, id, CLEAN_TEXT, at(1, "scanned"));
        documents.release(one, id, null, at(2, "the coach agrees"));
        assertThat(documents.history(one, id))
                .extracting(state -> state.fact().document().outcome() + " "
                        + state.fact().document().releasedAt() + " "
                        + state.change().by() + ": " + state.change().reason())
                .containsExactly(
                        "null null fg: in the file",
                        "CLEAN null fg: scanned",
                        "CLEAN 2026-11-25T12:00:02Z fg: the coach agrees");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sinds de burn-out werkt zij minder.", "BSN 111222333", "Bel 06-12345678"})
    void what_the_scan_marks_is_never_released(String text) throws SQLException {
        var id = added(one, DocumentType.EVALUATIE);
        assertThat(documents.scan(one, id, text, at(1, "r")).fact().document().outcome())
                .isEqualTo(FileDocument.ScanOutcome.MARKED);
        refused("scan-marked", () -> documents.release(one, id, null, at(2, "r")));
        refused("already-scanned", () -> documents.scan(one, id, CLEAN_TEXT, at(2, "r")));
        assertThat(mayLeave(one, NOON.plusSeconds(10))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"ARBEIDSCONTRACT", "LOONSTROOK", "IDENTITEITSBEWIJS", "VOG", "MEDISCH_STUK", "CORRESPONDENTIE"})
    void a_type_that_never_leaves_is_never_released(DocumentType type) {
        var id = added(one, type);
        documents.scan(one, id, CLEAN_TEXT, at(1, "r"));
        refused("type-never-leaves", () -> documents.release(one, id, null, at(2, "r")));
    }

    @Test
    void a_release_comes_after_the_scan_and_once() {
        var id = added(one, DocumentType.CV);
        refused("not-scanned", () -> documents.release(one, id, null, at(1, "r")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> documents.scan(one, id, " ", at(1, "r")))
                .returns(Map.of("text", "missing"), Refusal::fields);
        documents.scan(one, id, CLEAN_TEXT, at(1, "r"));
        refused("released-before-scan", () -> documents.release(one, id, NOON, at(2, "r")));
        refused("in-future", () -> documents.release(one, id, NOON.plusSeconds(9), at(2, "r")));
        documents.release(one, id, null, at(2, "r"));
        refused("already-released", () -> documents.release(one, id, null, at(3, "r")));
    }

    @Test
    void a_document_of_another_tenant_is_as_unknown_as_one_that_never_was() {
        var id = added(one, DocumentType.CV);
        for (var who : List.<ThrowingCallable>of(
                () -> documents.get(other, id),
                () -> documents.history(other, id),
                () -> documents.scan(other, id, CLEAN_TEXT, at(1, "r")),
                () -> documents.release(other, id, null, at(1, "r")),
                () -> documents.add(one, UUID.randomUUID(), DocumentType.CV, at(1, "r")))) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(who).returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
        assertThat(documents.list(other, null, null, 10).items()).isEmpty();
    }

    @Test
    void documents_are_listed_a_page_at_a_time() {
        for (var number = 1; number <= 3; number++) {
            added(one, DocumentType.CV);
        }
        added(other, DocumentType.VOG);
        var first = documents.list(one, TRAJECTORY, null, 2);
        var second = documents.list(one, TRAJECTORY, first.next(), 2);
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(documents.list(one, UUID.randomUUID(), null, 2).items()).isEmpty();
        assertThat(documents.list(one, null, null, 3).next()).isNull();
    }

    private UUID added(TenantId tenant, DocumentType type) {
        return documents
                .add(tenant, TRAJECTORY, type, at(0, "in the file"))
                .fact()
                .document()
                .id();
    }

    private static Change at(int second, String reason) {
        return new Change("fg", NOON.plusSeconds(second), reason);
    }

    private boolean mayLeave(TenantId tenant, Instant at) throws SQLException {
        try (var connection = database.getConnection()) {
            return Commissions.trajectoryFacts(
                            Sql.ofTenant(connection, tenant), COMMISSION, List.of(TRAJECTORY), YearMonth.of(2026, 10))
                    .get(0)
                    .documents()
                    .stream()
                    .anyMatch(document -> document.mayLeave(at));
        }
    }

    private static void refused(String code, ThrowingCallable asked) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(asked).returns(code, Refusal::code);
    }
}
