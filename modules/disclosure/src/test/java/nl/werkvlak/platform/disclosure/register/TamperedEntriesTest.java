package nl.werkvlak.platform.disclosure.register;

import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_ENTRY;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_PERSON;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.CHANGED_SEAL;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.FORGED_HEAD;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.MISSING_ENTRIES;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.OLDER_THAN_ANCHOR;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.UNSEALED_ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry that was changed, removed, cut off, moved or slipped in is found. */
class TamperedEntriesTest extends TamperedRegister {

    @Nested
    class A_changed_row_is_found {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "event = 'OPENED'",
                    "event = 'OPENED', form = 'CSV'",
                    "report_id = uuid()",
                    "categories = 'IDENT,HEALTH'",
                    "bases = 'A-1'",
                    "disclosed_at = disclosed_at + interval 1 microsecond",
                    "client_digest = null, client_id = null",
                    "client_digest = repeat('x', 32)",
                    "hash = repeat('x', 32)"
                })
        void whatever_was_changed(String change) throws SQLException {
            tamper("update disclosure set " + change + " where tenant_id = :tenant and sequence = 5");

            assertThat(findings()).anyMatch(found -> found.kind() == CHANGED_ENTRY && found.first() == 5);
        }

        @Test
        void when_its_own_hash_was_computed_again() throws SQLException {
            tamper("update disclosure set bases = 'Z-9' where tenant_id = :tenant and sequence = 5");
            var rows = ours.entries();
            setHash(5, Canonical.entry(ours.tenant, rows.get(4), hashOf(rows.get(3))));

            assertThat(findings()).contains(finding(CHANGED_ENTRY, 6, 6), finding(CHANGED_SEAL, 4, 6));
        }

        @Test
        void when_another_client_or_recipient_was_put_beside_it() throws SQLException {
            tamper("update disclosure set client_id = ? where tenant_id = :tenant and sequence = 5", Book.client(6));
            tamper("update disclosure set recipient = 'somebody' where tenant_id = :tenant and sequence = 8");

            assertThat(findings()).containsExactly(finding(CHANGED_PERSON, 5, 5), finding(CHANGED_PERSON, 8, 8));
        }

        @Test
        void when_a_client_was_emptied_who_was_not_erased() throws SQLException {
            tamper("update disclosure set client_id = null where tenant_id = :tenant and sequence = 5");

            assertThat(findings()).containsExactly(finding(CHANGED_PERSON, 5, 5));
        }

        @Test
        void when_its_hash_was_emptied() throws SQLException {
            tamper("update disclosure set hash = null, recipient_digest = null where tenant_id = :tenant"
                    + " and sequence = 5");

            assertThat(findings()).contains(finding(CHANGED_ENTRY, 5, 5));
        }
    }

    @Nested
    class A_removed_row_is_found {

        @Test
        void between_others() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence in (5, 6)");

            assertThat(findings()).contains(finding(MISSING_ENTRIES, 5, 6));
        }

        @Test
        void when_those_after_it_moved_up() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence = 5");
            tamper("update disclosure set sequence = sequence - 1 where tenant_id = :tenant and sequence > 5"
                    + " order by sequence");

            assertThat(findings())
                    .contains(
                            finding(CHANGED_ENTRY, 5, 6),
                            finding(CHANGED_SEAL, 4, 6),
                            finding(MISSING_ENTRIES, 12, 12));
        }

        @Test
        void at_the_beginning() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence = 1");

            assertThat(findings()).contains(finding(MISSING_ENTRIES, 1, 1));
        }
    }

    @Nested
    class A_cut_tail_is_found {

        @Test
        void of_entries() throws SQLException {
            tamper("delete from disclosure where tenant_id = :tenant and sequence > 10");

            assertThat(findings()).contains(finding(MISSING_ENTRIES, 11, 12), finding(OLDER_THAN_ANCHOR, 11, 12));
        }

        @Test
        void of_entries_and_their_seals() throws SQLException {
            cutAfterSeal(2);

            assertThat(findings())
                    .containsExactly(
                            finding(MISSING_ENTRIES, 7, 12),
                            finding(FORGED_HEAD, 12, 12),
                            finding(OLDER_THAN_ANCHOR, 7, 12));
        }

        @Test
        void by_the_anchor_alone_when_the_head_was_moved_back_as_well() throws SQLException {
            cutAfterSeal(2);
            forgeHead(ours.seals().get(1));

            assertThat(findings()).containsExactly(finding(OLDER_THAN_ANCHOR, 7, 12));
        }

        @Test
        void of_the_whole_register() throws SQLException {
            for (var table : List.of("disclosure", "disclosure_seal", "disclosure_head")) {
                tamper("delete from " + table + " where tenant_id = :tenant");
            }

            assertThat(findings()).containsExactly(finding(OLDER_THAN_ANCHOR, 1, 12));
        }
    }

    @Nested
    class A_swapped_order_is_found {

        @Test
        void of_two_entries_of_one_seal() throws SQLException {
            swap(4, 5);

            assertThat(findings()).contains(finding(CHANGED_ENTRY, 4, 6), finding(CHANGED_SEAL, 4, 6));
        }

        @Test
        void of_entries_of_different_seals() throws SQLException {
            swap(2, 11);

            assertThat(findings())
                    .anyMatch(found -> found.kind() == CHANGED_ENTRY && found.first() == 2)
                    .anyMatch(found -> found.kind() == CHANGED_ENTRY && found.first() == 11);
        }

        private void swap(int one, int other) throws SQLException {
            tamper("update disclosure set sequence = 99 where tenant_id = :tenant and sequence = ?", one);
            tamper("update disclosure set sequence = ? where tenant_id = :tenant and sequence = ?", one, other);
            tamper("update disclosure set sequence = ? where tenant_id = :tenant and sequence = 99", other);
        }
    }

    @Nested
    class An_entry_that_was_slipped_in {

        @Test
        void behind_the_last_one_is_found() throws SQLException {
            tamper(
                    "insert into disclosure (tenant_id, id, sequence, event, report_id, recipient, categories, bases,"
                            + " disclosed_at) values (:tenant, uuid(), 13, 'OPENED', uuid(), 'R', 'IDENT', 'B', utc_timestamp())");

            assertThat(findings()).containsExactly(finding(UNSEALED_ENTRIES, 13, 13));
        }
    }
}
