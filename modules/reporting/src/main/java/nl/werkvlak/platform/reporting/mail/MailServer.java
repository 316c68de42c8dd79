package nl.werkvlak.platform.reporting.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server that mail is sent through, from the environment; without it no mail is sent.
 *
 * @param protocol smtp or smtps
 * @param from who sends it
 * @param portal where the reader logs in
 * @param administrators who is told when a run has an alert; null: nobody
 */
public record MailServer(
        String protocol,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String from,
        String portal,
        @Nullable String administrators) {

    private static final String URL = "WERKVLAK_SMTP_URL";
    private static final String FROM = "WERKVLAK_MAIL_FROM";
    private static final String PORTAL = "WERKVLAK_PORTAL_URL";
    private static final String ADMINISTRATORS = "WERKVLAK_ALERT_MAIL";
    private static final int SMTP = 25;
    private static final int SMTPS = 465;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** It prints no password. */
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }

    /**
     * As {@code WERKVLAK_SMTP_URL} says it: {@code smtp://user:password@host:port}, or {@code smtps://}.
     *
     * @param environment the value of a variable, or null
     * @throws IllegalStateException when only a part is there, or one that no mail can be sent with
     */
    public static Optional<MailServer> of(Function<String, @Nullable String> environment) {
        var url = environment.apply(URL);
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        var server = URI.create(url.strip());
        var isSmtps = "smtps".equals(server.getScheme());
        if (server.getHost() == null || !(isSmtps || "smtp".equals(server.getScheme()))) {
            throw new IllegalStateException("Set " + URL + " to smtp://host:port or smtps://host:port");
        }
        var login = server.getUserInfo() == null
                ? new String[0]
                : server.getUserInfo().split(":", 2);
        return Optional.of(new MailServer(
                server.getScheme(),
                server.getHost(),
                server.getPort() >= 0 ? server.getPort() : isSmtps ? SMTPS : SMTP,
                login.length > 0 ? login[0] : null,
                login.length > 1 ? login[1] : null,
                address(FROM, environment.apply(FROM)),
                portal(environment.apply(PORTAL)),
                administrators(environment.apply(ADMINISTRATORS))));
    }

    private static @Nullable String administrators(@Nullable String address) {
        return address == null || address.isBlank() ? null : address(ADMINISTRATORS, address.strip());
    }

    private static String address(String variable, @Nullable String address) {
        try {
            return new InternetAddress(address == null ? "" : address, true).getAddress();
        } catch (AddressException e) {
            throw new IllegalStateException("Set " + variable + " to one mail address", e);
        }
    }

    private static String portal(@Nullable String portal) {
        if (portal == null || !portal.matches("https?://[!-~]+")) {
            throw new IllegalStateException("Set " + PORTAL + " to the address at which tenants log in");
        }
        return portal;
    }

    /** With an end to each wait. A server that offers encryption is spoken to in it; one that it is asked of has to. */
    Session session() {
        var settings = new Properties();
        var prefix = "mail." + protocol + ".";
        var patience = Long.toString(PATIENCE.toMillis());
        settings.put("mail.transport.protocol", protocol);
        settings.put(prefix + "connectiontimeout", patience);
        settings.put(prefix + "timeout", patience);
        settings.put(prefix + "writetimeout", patience);
        settings.put(prefix + "auth", Boolean.toString(user != null));
        settings.put(prefix + "starttls.enable", "true");
        // A password goes over no line that others can read.
        settings.put(prefix + "starttls.required", Boolean.toString(protocol.equals("smtp") && user != null));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        return Session.getInstance(settings);
    }
}
