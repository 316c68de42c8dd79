package nl.werkvlak.platform.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.register.Disclosures.Page;
import nl.werkvlak.platform.disclosure.register.Disclosures.Question;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosuresTest {

    @TempDir
    private Path folder;

    private Book ours;
    private Book theirs;
    private Disclosures desk;

    /** Reports of the same ids about clients of the same ids; each tenant has bases of its own. */
    @BeforeEach
    void two_registers() throws SQLException {
        ours = new Book(TestDatabase.shared()).issue(1, 4, 4).list("portal", 1, 2);
        ours.append(ours.opened(1, "portal"), ours.opened(1, "hr"), ours.ofMany(9));
        theirs = new Book(TestDatabase.shared()).issue(1, 4, 4);
        desk = ours.desk(new FileAnchor(folder));
    }

    @Nested
    class What_did_this_tenant_ever_receive_about_this_person {

        @Test
        void is_told_from_the_issue_on_with_the_bases_of_that_tenant() {
            assertThat(told(ours, about(Book.client(1))))
                    .containsExactly("ISSUED tenant " + ours.tenant, "LISTED portal", "OPENED portal", "OPENED hr");
            assertThat(told(theirs, about(Book.client(1)))).containsExactly("ISSUED tenant " + theirs.tenant);
            assertThat(desk.find(ours.tenant, about(Book.client(1))).entries())
                    .allSatisfy(entry -> assertThat(entry.bases())
                            .containsExactlyInAnyOrder(
                                    "A-1", "B-" + ours.tenant.toString().substring(0, 4)));
        }

        @Test
        void is_nothing_any_more_once_the_person_was_erased() throws SQLException {
            ours.erase(1);

            assertThat(told(ours, about(Book.client(1)))).isEmpty();
            assertThat(told(theirs, about(Book.client(1)))).hasSize(1);
        }

        @Test
        void is_nothing_about_whom_nobody_knows() {
            assertThat(told(ours, about(UUID.randomUUID()))).isEmpty();
        }
    }

    @Nested
    class Who_received_this_datum {

        @Test
        void is_told_without_those_who_only_saw_that_it_is_there() {
            assertThat(told(ours, new Question(Book.client(1), null, null, DataCategory.EDU, 0, 50)))
                    .containsExactly("ISSUED tenant " + ours.tenant, "OPENED portal", "OPENED hr");
            assertThat(told(ours, new Question(Book.client(1), null, null, DataCategory.GOAL, 0, 50)))
                    .isEmpty();
        }

        @Test
        void names_only_the_tenant_to_which_it_went_R6() throws SQLException {
            var uwv = new Book(TestDatabase.shared()).issue(3, 4, 2);

            assertThat(told(uwv, new Question(Book.client(1), null, null, DataCategory.EDU, 0, 50)))
                    .isEmpty();
            assertThat(told(uwv, new Question(Book.client(3), null, null, DataCategory.EDU, 0, 50)))
                    .containsExactly("ISSUED tenant " + uwv.tenant);
            assertThat(told(theirs, new Question(Book.client(1), null, null, DataCategory.EDU, 0, 50)))
                    .containsExactly("ISSUED tenant " + theirs.tenant);
        }
    }

    @Nested
    class The_life_of_a_report {

        @Test
        void is_told_in_order_also_when_it_is_about_many() {
            assertThat(told(ours, new Question(null, null, Book.report(2), null, 0, 50)))
                    .containsExactly("ISSUED tenant " + ours.tenant, "LISTED portal");
            assertThat(told(ours, new Question(null, null, Book.report(9), null, 0, 50)))
                    .containsExactly("ISSUED tenant " + ours.tenant);
        }
    }

    @Nested
    class An_answer {

        @Test
        void comes_in_pages_that_hold_everything_once() {
            var seen = new ArrayList<Long>();
            Page page = desk.find(ours.tenant, from(0));
            page.entries().forEach(entry -> seen.add(entry.sequence()));
            while (page.next() != null) {
                page = desk.find(ours.tenant, from(page.next()));
                page.entries().forEach(entry -> seen.add(entry.sequence()));
            }

            assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        }

        @Test
        void about_a_tenant_or_a_trajectory_that_is_not_there_is_that_it_is_unknown() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> desk.find(new TenantId(UUID.randomUUID()), from(0)))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> desk.find(ours.tenant, new Question(null, UUID.randomUUID(), null, null, 0, 50)))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }

        private Question from(long after) {
            return new Question(null, null, null, null, after, 4);
        }
    }

    @Nested
    class A_proof {

        @Test
        void leads_from_the_entry_to_the_seal_that_the_anchor_knows() throws SQLException {
            var third = ours.entries().get(2);
            var proof = desk.prove(ours.tenant, third.id());
            var seal = ours.seals().get(0);

            assertThat(proof.leaf()).isEqualTo(String.valueOf(third.hash()));
            assertThat(proof.position()).isEqualTo(2);
            assertThat(proof.size()).isEqualTo(4);
            assertThat(proof.path()).hasSize(2);
            assertThat(proof.root()).isEqualTo(seal.root().hex());
            assertThat(proof.sealHash()).isEqualTo(seal.hash().hex());
        }

        @Test
        void of_another_tenants_entry_does_not_exist() throws SQLException {
            var theirEntry = theirs.entries().get(0).id();

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> desk.prove(ours.tenant, theirEntry))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    private static Question about(@Nullable UUID client) {
        return new Question(client, null, null, null, 0, 50);
    }

    private List<String> told(Book book, Question question) {
        return desk.find(book.tenant, question).entries().stream()
                .map(entry -> entry.event() + " " + entry.recipient())
                .toList();
    }
}
