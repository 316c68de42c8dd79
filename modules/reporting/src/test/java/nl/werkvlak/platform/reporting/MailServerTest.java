package nl.werkvlak.platform.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.reporting.mail.MailServer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where mail goes through, as the environment of a server tells it. */
@NullUnmarked
class MailServerTest {

    @Test
    void comes_from_the_environment_and_without_it_there_is_none() {
        assertThat(MailServer.of(Map.<String, String>of()::get)).isEmpty();
        assertThat(MailServer.of(environment("smtps://post:geheim@mail.example")::get))
                .hasValueSatisfying(server -> {
                    assertThat(server.port()).isEqualTo(465);
                    assertThat(server.user()).isEqualTo("post");
                    assertThat(server).hasToString("smtps://mail.example:465");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mail.example", "mail.example:25", "smtp:mail"})
    void that_is_none_stops_the_start(String url) {
        assertThatIllegalStateException().isThrownBy(() -> MailServer.of(environment(url)::get));
    }

    @Test
    void needs_to_be_told_from_whom_and_where_to_log_in() {
        var environment = new HashMap<>(environment("smtp://mail.example"));
        environment.put("WERKVLAK_MAIL_FROM", "a@b.example\r\nBcc: c@d.example");
        assertThatIllegalStateException().isThrownBy(() -> MailServer.of(environment::get));
    }

    @Test
    void tells_no_two_addresses_of_alerts_and_no_header_that_hides_in_one() {
        for (var address : List.of("a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "beheer")) {
            var environment = new HashMap<>(environment("smtp://mail.example"));
            environment.put("WERKVLAK_ALERT_MAIL", address);
            assertThatIllegalStateException().as(address).isThrownBy(() -> MailServer.of(environment::get));
        }
    }

    /** Of a server that mails through this one. */
    static Map<String, String> environment(String url) {
        return Map.of(
                "WERKVLAK_SMTP_URL", url,
                "WERKVLAK_MAIL_FROM", "noreply@werkvlak.example",
                "WERKVLAK_PORTAL_URL", "https://portaal.werkvlak.example/app/",
                "WERKVLAK_ALERT_MAIL", "beheer@werkvlak.example");
    }
}
