package nl.werkvlak.platform.disclosure.register;

import static nl.werkvlak.platform.disclosure.register.Verification.Kind.ANCHOR_DAMAGED;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.ANCHOR_DISAGREES;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.NOT_ANCHORED;
import static nl.werkvlak.platform.disclosure.register.Verification.Kind.OLDER_THAN_ANCHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.testing.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What verification says of a register that nobody tampered with, and of its anchor and its copies. */
class VerificationTest extends TamperedRegister {

    @Nested
    class A_register_as_it_was_written {

        @Test
        void is_intact() {
            var verification = ours.verify(anchor);

            assertThat(verification.isIntact()).isTrue();
            assertThat(verification.entries()).isEqualTo(12);
            assertThat(verification.seals()).isEqualTo(4);
            assertThat(verification.anchoredThrough()).isEqualTo(12);
        }

        @Test
        void is_intact_when_nothing_was_ever_disclosed() throws SQLException {
            var verification = new Book(database).verify(anchor);

            assertThat(verification.isIntact()).isTrue();
            assertThat(verification.entries()).isZero();
        }

        @Test
        void is_intact_while_the_anchor_is_a_moment_behind() throws SQLException {
            ours.issue(13, 15, 3);

            assertThat(findings()).isEmpty();
            assertThat(ours.verify(anchor).anchoredThrough()).isEqualTo(12);
        }

        @Test
        void of_an_unknown_tenant_does_not_exist() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> ours.desk(anchor).verify(new TenantId(UUID.randomUUID())))
                    .returns(Refusal.Kind.UNKNOWN, Refusal::kind);
        }
    }

    @Nested
    class A_client_who_is_erased {

        @Test
        void leaves_the_register_intact() throws SQLException {
            ours.append(ours.opened(5, "portal"));
            witness().look();
            ours.erase(5);

            var verification = ours.verify(anchor);
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.forgotten()).isEqualTo(2);
        }
    }

    @Nested
    class A_copy_that_was_put_back {

        @Test
        void older_than_the_anchor_is_found_with_the_entries_that_it_lacks() throws SQLException {
            var copy = TestDatabase.fresh();
            copyTo(copy);
            ours.issue(13, 20, 4);
            witness().look();

            assertThat(new Disclosures(copy, Book.VAULT, anchor, Book.CLOCK)
                            .verify(ours.tenant)
                            .findings())
                    .containsExactly(finding(OLDER_THAN_ANCHOR, 13, 20));
        }

        @Test
        void and_written_on_is_found_as_another_history() throws SQLException {
            var copy = TestDatabase.fresh();
            copyTo(copy);
            ours.issue(13, 20, 4);
            witness().look();
            try (var connection = copy.getConnection()) {
                connection.setAutoCommit(false);
                for (var i = 21; i < 30; i += 3) {
                    DisclosureRegister.append(
                            connection,
                            Book.VAULT,
                            ours.tenant,
                            List.of(ours.issued(i), ours.issued(i + 1), ours.issued(i + 2), ours.issued(i + 3)));
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            var witness = new Witness(copy, anchor, Book.CLOCK);
            witness.look();

            assertThat(witness.trouble()).isPresent();
            assertThat(new Disclosures(copy, Book.VAULT, anchor, Book.CLOCK)
                            .verify(ours.tenant)
                            .findings())
                    .containsExactly(finding(ANCHOR_DISAGREES, 13, 20));
        }

        /** As a backup does: every row of both tenants, as it is now. */
        private void copyTo(DataSource copy) throws SQLException {
            dropTriggers(copy);
            String from;
            try (var connection = database.getConnection()) {
                from = connection.getCatalog();
            }
            try (var connection = copy.getConnection()) {
                for (var tenant : List.of(ours.tenant, theirs.tenant)) {
                    var sql = Sql.ofTenant(connection, tenant);
                    sql.update("insert into tenant select * from " + from + ".tenant where id = :tenant");
                    for (var table : List.of("data_key", "disclosure", "disclosure_seal", "disclosure_head")) {
                        sql.update("insert into " + table + " select * from " + from + "." + table
                                + " where tenant_id = :tenant");
                    }
                }
            }
        }
    }

    @Nested
    class An_anchor {

        @Test
        void that_does_not_follow_is_found_after_an_hour() throws SQLException {
            ours.issue(13, 15, 3);
            var written = Book.AT.plusSeconds(13);

            assertThat(ours.desk(anchor, written.plus(Duration.ofMinutes(59)))
                            .verify(ours.tenant)
                            .findings())
                    .isEmpty();
            assertThat(ours.desk(anchor, written.plus(Duration.ofMinutes(61)))
                            .verify(ours.tenant)
                            .findings())
                    .containsExactly(finding(NOT_ANCHORED, 13, 15));
        }

        @Test
        void in_which_somebody_wrote_is_found() throws IOException, SQLException {
            ours.issue(13, 15, 3);
            witness().look();
            var file = folder.resolve(ours.tenant + ".anchor");
            var bytes = Files.readAllBytes(file);
            bytes[0] = '2';
            Files.write(file, bytes);

            assertThat(findings()).contains(finding(ANCHOR_DAMAGED, 1, 1));
        }

        @Test
        void in_which_a_point_was_forged_is_found() throws IOException, SQLException {
            var file = folder.resolve(ours.tenant + ".anchor");
            var text = Files.readString(file);
            var forged = text.substring(0, text.length() - 2) + (text.endsWith("0\n") ? "1\n" : "0\n");
            Files.writeString(file, forged, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);

            assertThat(findings()).containsExactly(finding(ANCHOR_DISAGREES, 1, 12));
        }
    }
}
