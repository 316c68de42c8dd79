package nl.werkvlak.platform.disclosure.register;

import static nl.werkvlak.platform.disclosure.register.Verification.Kind.ANCHOR_DISAGREES;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_SEAL;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.FORGED_HEAD;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.MISSING_SEALS;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.OLDER_THAN_ANCHOR;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.UNSEALED_ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seal, a head or a whole history that was written again is found. */
class TamperedSealsTest extends TamperedRegister {

    @Nested
    class A_tampered_seal_is_found {

        @ParameterizedTest
        @ValueSource(
                strings = {"merkle_root = repeat('x', 32)", "hash = repeat('x', 32)", "format = 2", "first_sequence = 5"
                })
        void whatever_was_changed(String change) throws SQLException {
            tamper("update disclosure_seal set " + change + " where tenant_id = :tenant and number = 2");

            assertThat(findings()).anyMatch(found -> found.kind() == CHANGED_SEAL);
        }

        @Test
        void when_its_root_and_hash_were_computed_again() throws SQLException {
            var seal = ours.seals().get(1);
            var root = MerkleTree.rootOf(List.of(hashOf(ours.entries().get(4))));
            var forged = Seal.over(
                    ours.tenant,
                    new Head(
                            1,
                            ours.seals().get(0).hash(),
                            3,
                            hashOf(ours.entries().get(2))),
                    seal.last(),
                    root,
                    hashOf(ours.entries().get(5)));
            setSeal(forged);

            assertThat(findings()).contains(finding(CHANGED_SEAL, 4, 9));
        }

        @Test
        void when_it_was_removed() throws SQLException {
            tamper("delete from disclosure_seal where tenant_id = :tenant and number = 2");

            assertThat(findings()).contains(finding(MISSING_SEALS, 4, 6));
        }

        @Test
        void when_the_last_one_was_removed() throws SQLException {
            tamper("delete from disclosure_seal where tenant_id = :tenant and number = 4");

            assertThat(findings()).contains(finding(UNSEALED_ENTRIES, 10, 12), finding(FORGED_HEAD, 12, 12));
        }
    }

    @Nested
    class A_forged_head_is_found {

        @ParameterizedTest
        @ValueSource(strings = {"sequence = 13", "seal = 5", "seal_hash = repeat('x', 32)"})
        void whatever_was_changed(String change) throws SQLException {
            tamper("update disclosure_head set " + change + " where tenant_id = :tenant");

            assertThat(findings()).anyMatch(found -> found.kind() == FORGED_HEAD);
        }

        @Test
        void when_it_was_removed() throws SQLException {
            tamper("delete from disclosure_head where tenant_id = :tenant");

            assertThat(findings()).contains(finding(FORGED_HEAD, 0, 0));
        }
    }

    @Nested
    class A_history_that_was_written_again {

        @Test
        void hashes_and_all_is_found_by_the_anchor_alone() throws SQLException {
            ours.issue(13, 15, 3);
            witness().look();
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 14");
            writeAgain();

            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 13, 15));
        }

        @Test
        void from_the_beginning_is_found() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence = 1");
            tamper("update disclosure set sequence = sequence - 1 where tenant_id = :tenant order by sequence");
            tamper("update disclosure_seal set last_sequence = last_sequence - 1 where tenant_id = :tenant"
                    + " order by number");
            tamper("update disclosure_seal set first_sequence = first_sequence - 1 where tenant_id = :tenant"
                    + " and number > 1");
            writeAgain();

            assertThat(findings())
                    .containsExactly(finding(ANCHOR_DISAGREES, 1, 12), finding(OLDER_THAN_ANCHOR, 12, 12));
        }

        @Test
        void goes_unseen_without_an_anchor_which_is_why_there_is_one() throws SQLException {
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 5");
            writeAgain();

            assertThat(ours.verify(new FileAnchor(folder.resolve("of-nobody"))).findings())
                    .isEmpty();
            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 1, 12));
        }

        @Test
        void is_never_anchored_over() throws SQLException {
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 5");
            writeAgain();
            ours.issue(13, 15, 3);
            var witness = witness();
            witness.look();

            assertThat(witness.trouble()).isPresent();
            assertThat(anchor.last(ours.tenant).orElseThrow().sequence()).isEqualTo(12);
            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 1, 12));
        }
    }
}
