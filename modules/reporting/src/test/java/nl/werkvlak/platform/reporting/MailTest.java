package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.reporting.mail.MailAddresses;
import nl.werkvlak.platform.reporting.mail.MailAddresses.Language;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.reporting.mail.MailServer;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tenants with the same reports, and a mail server that is real. */
@NullUnmarked
class MailTest extends AtTwoTenants {

    private static final TenantId A = TwoTenants.A;
    private static final TenantId B = TwoTenants.B;
    private static final String HR_A = "hr@appelboom.example";
    private static final String HR_B = "hr@berkenlaan.example";

    private MailAddresses addresses;
    private GreenMail mailbox;

    @BeforeEach
    void two_tenants_with_an_address() throws Exception {
        addresses = new MailAddresses(database, clock);
        addresses.decide(A, HR_A, Language.NL, "admin");
        addresses.decide(B, HR_B, Language.EN, "admin");
        mailbox = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @AfterEach
    void stop_the_mail() {
        mailbox.stop();
    }

    @Nested
    class A_run {

        @Test
        void is_told_to_each_tenant_by_one_mail_without_content() throws Exception {
            mailbox.start();
            node.run();

            sender().sendDue();

            assertThat(to(HR_A)).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Werkvlak: 4 nieuwe rapporten");
                assertThat(text(mail))
                        .contains("Er staan 4 nieuwe rapporten voor u klaar.", "https://portaal.werkvlak.example/app/")
                        .doesNotContain("Jansen", "Appelboom", "Berkenlaan", "VR-", "C-1", "Zelfde Naam");
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            });
            assertThat(to(HR_B)).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Werkvlak: 4 new reports");
                assertThat(mail.getAllRecipients()).hasSize(1);
            });
        }

        @Test
        void that_made_nothing_for_a_tenant_is_not_told() throws Exception {
            mailbox.start();
            node.run();
            sender().sendDue();
            mailbox.purgeEmailFromAllMailboxes();

            node.run();
            sender().sendDue();

            assertThat(mailbox.getReceivedMessages()).isEmpty();
        }

        @Test
        void is_not_told_to_a_tenant_without_an_address_or_that_wants_no_mail_any_more() throws Exception {
            mailbox.start();
            clock.set("2026-11-05T09:00:01Z");
            addresses.decide(B, null, Language.NL, "admin");
            node.run();
            clock.set("2026-11-05T09:00:02Z");
            addresses.decide(A, null, Language.NL, "admin");

            sender().sendDue();

            assertThat(mailbox.getReceivedMessages()).isEmpty();
            assertThat(states(A)).containsExactly("GIVEN_UP");
            assertThat(states(B)).isEmpty();
        }
    }

    @Nested
    class The_alert_of_a_run {

        private static final String ADMINISTRATORS = "beheer@werkvlak.example";

        private RunView run;

        @BeforeEach
        void is_raised_as_two_reports_wait() throws Exception {
            for (var tenant : List.of(A, B)) {
                tenants.tell(
                        tenant,
                        "update trajectory set imported_through = '2026-09-30' where tenant_id = :tenant and id = ?",
                        TwoTenants.trajectory(1));
            }
            run = node.run();
            assertThat(run).returns(2L, RunView::waiting);
        }

        @Test
        void is_told_to_the_administrators_by_one_mail_without_content() throws Exception {
            mailbox.start();
            sender().sendDue();
            sender().sendDue();

            assertThat(to(ADMINISTRATORS)).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Werkvlak: een run vraagt aandacht");
                assertThat(text(mail))
                        .contains("In een run zijn 2 rapporten mislukt of blijven ze wachten.")
                        .contains("https://portaal.werkvlak.example/app/")
                        .doesNotContain("Jansen", "Appelboom", "Berkenlaan", "AAA", "VR-", "C-1", "Zelfde Naam");
                assertThat(mail.getAllRecipients()).hasSize(1);
            });
            assertThat(alerts()).containsExactly(run.id() + " SENT");
        }

        @Test
        void is_told_again_of_another_run_only() throws Exception {
            mailbox.start();
            sender().sendDue();
            var again = node.runs.repeat(run.id(), "test");
            node.make(again);
            sender().sendDue();

            assertThat(to(ADMINISTRATORS)).hasSize(2);
            assertThat(alerts()).containsExactlyInAnyOrder(run.id() + " SENT", again + " SENT");
        }

        @Test
        void comes_once_from_however_many_nodes() throws Exception {
            mailbox.start();
            allAtOnce();
            assertThat(to(ADMINISTRATORS)).hasSize(1);
        }

        @Test
        void waits_for_a_server_that_is_down_and_comes_once_when_it_is_up() throws Exception {
            sender().sendDue();
            assertThat(alerts()).containsExactly(run.id() + " QUEUED");

            mailbox.start();
            clock.set(clock.instant().plus(Duration.ofMinutes(2)).toString());
            sender().sendDue();
            sender().sendDue();

            assertThat(to(ADMINISTRATORS)).hasSize(1);
        }

        @Test
        void is_not_mailed_where_no_address_is_set_and_is_no_news_after_a_day() throws Exception {
            mailbox.start();
            var environment = new HashMap<>(MailServerTest.environment("smtp://127.0.0.1:" + port()));
            environment.remove("WERKVLAK_ALERT_MAIL");
            new MailSender(database, MailServer.of(environment::get), clock).sendDue();
            assertThat(alerts()).containsExactly(run.id() + " QUEUED");

            clock.set(clock.instant().plus(Duration.ofDays(2)).toString());
            sender().sendDue();
            assertThat(to(ADMINISTRATORS)).isEmpty();
            assertThat(alerts()).containsExactly(run.id() + " GIVEN_UP");
        }

        private List<String> alerts() throws SQLException {
            try (var connection = database.getConnection()) {
                return Sql.ofPlatform(connection)
                        .query(
                                "select run_id, state from alert_mail",
                                row -> row.uuid("run_id") + " " + row.text("state"));
            }
        }
    }

    @Nested
    class A_mail {

        @Test
        void waits_for_a_server_that_is_down_and_comes_once_when_it_is_up() throws Exception {
            node.run();
            sender().sendDue();
            assertThat(states(A)).containsExactly("QUEUED");

            mailbox.start();
            sender().sendDue();
            assertThat(mailbox.getReceivedMessages()).as("not before its time").isEmpty();
            clock.set(clock.instant().plus(Duration.ofMinutes(2)).toString());
            sender().sendDue();
            sender().sendDue();

            assertThat(to(HR_A)).hasSize(1);
            assertThat(to(HR_B)).hasSize(1);
            assertThat(states(A)).containsExactly("SENT");
        }

        @Test
        void is_sent_once_by_however_many_nodes() throws Exception {
            mailbox.start();
            node.run();
            allAtOnce();

            assertThat(to(HR_A)).hasSize(1);
            assertThat(to(HR_B)).hasSize(1);
        }

        @Test
        void that_was_in_hand_when_its_node_died_is_not_sent_again() throws Exception {
            mailbox.start();
            node.run();
            tenants.tell(
                    A,
                    "update mail set state = 'SENDING', next_at = '2026-11-05 09:10:00'"
                            + " where tenant_id = :tenant");

            clock.set("2026-11-05T09:30:00Z");
            sender().sendDue();

            assertThat(to(HR_A)).isEmpty();
            assertThat(states(A)).containsExactly("UNCERTAIN");
            assertThat(to(HR_B)).hasSize(1);
        }

        @Test
        void is_not_sent_when_it_is_no_news_any_more() throws Exception {
            node.run();
            sender().sendDue();
            mailbox.start();
            clock.set("2026-11-07T09:00:00Z");

            sender().sendDue();

            assertThat(mailbox.getReceivedMessages()).isEmpty();
            assertThat(states(A)).containsExactly("GIVEN_UP");
        }

        @Test
        void is_not_sent_where_no_server_is_set() throws Exception {
            mailbox.start();
            node.run();

            new MailSender(database, Optional.empty(), clock).sendDue();

            assertThat(mailbox.getReceivedMessages()).isEmpty();
        }
    }

    @Nested
    class Notices_of_withdrawn_and_corrected_reports {

        @Test
        void are_told_by_one_mail_after_they_were_collected() throws Exception {
            mailbox.start();
            node.run();
            sender().sendDue();
            mailbox.purgeEmailFromAllMailboxes();
            node.pull(A, node.reportOf(A, TwoTenants.trajectory(1)).id());
            tenants.tell(
                    A,
                    "insert into restriction (tenant_id, id, client_id, categories, imposed_at, ground, changed_by,"
                            + " change_reason) values (:tenant, uuid(), ?, 'EDU', '2026-11-04 10:00:00',"
                            + " 'ONRECHTMATIG', 'test', 'a test')",
                    TwoTenants.client(1));
            node.corrector.follow();
            sender().sendDue();
            assertThat(mailbox.getReceivedMessages()).isEmpty();

            clock.set(clock.instant().plus(Duration.ofMinutes(2)).toString());
            sender().sendDue();

            assertThat(to(HR_A)).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Werkvlak: 2 berichten over rapporten");
                assertThat(text(mail)).doesNotContain("VR-", "Jansen");
            });
            assertThat(to(HR_B)).isEmpty();
        }
    }

    private void allAtOnce() throws Exception {
        var nodes = Executors.newFixedThreadPool(4);
        var attempts = Stream.generate(() -> sender())
                .limit(4)
                .map(each -> nodes.submit(each::sendDue))
                .toList();
        for (var attempt : attempts) {
            attempt.get();
        }
        nodes.shutdown();
    }

    private MailSender sender() {
        return new MailSender(
                database, MailServer.of(MailServerTest.environment("smtp://127.0.0.1:" + port())::get), clock);
    }

    private int port() {
        return mailbox.getSmtp().getServerSetup().getPort();
    }

    private List<MimeMessage> to(String address) {
        return Stream.of(mailbox.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    private static String recipients(Message mail) {
        try {
            return List.of(mail.getAllRecipients()).toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        return GreenMailUtil.getHeaders(mail) + "\n" + mail.getContent();
    }

    private List<String> states(TenantId tenant) throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofTenant(connection, tenant)
                    .query("select state from mail where tenant_id = :tenant", row -> row.text("state"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
