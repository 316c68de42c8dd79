package nl.werkvlak.platform.reporting.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/**
 * A mail that says that there is something to look at, and where to log in. It holds a number of things and nothing about
 * anybody.
 *
 * @param id of the mail, which is also its Message-ID: a server that gets it twice can tell
 */
record Letter(UUID id, String address, String language, String what, int amount) {

    private static final String BUNDLE = "nl.werkvlak.platform.reporting.mail.mail";

    /** What became of it. */
    enum Outcome {
        SENT,
        /** It did not leave, and may be tried again. */
        NOT_SENT,
        /** The server will never take it. */
        REFUSED,
        /** The line broke before the server said whether it took it. */
        UNCERTAIN
    }

    Outcome send(MailServer server) {
        var session = server.session();
        MimeMessage message;
        Transport transport;
        try {
            message = message(session, server);
            transport = session.getTransport();
            transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (MessagingException e) {
            return Outcome.NOT_SENT;
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.SENT;
        } catch (SendFailedException e) {
            return isForGood(e) ? Outcome.REFUSED : Outcome.NOT_SENT;
        } catch (MessagingException e) {
            return Outcome.UNCERTAIN;
        } finally {
            leave(transport);
        }
    }

    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What became of the mail was said before.
        }
    }

    /** Addresses that were refused are named as invalid; for all else it is only for now. */
    private static boolean isForGood(SendFailedException failure) {
        Address[] invalid = failure.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }

    private MimeMessage message(Session session, MailServer server) throws MessagingException {
        var words = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), Letter.class.getClassLoader());
        var locale = Locale.forLanguageTag(language);
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@werkvlak>");
            }
        };
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(say(words, locale, what + ".subject"), StandardCharsets.UTF_8.name());
        message.setText(
                say(words, locale, what + ".text") + "\n\n" + say(words, locale, "login") + "\n" + server.portal()
                        + "\n\n" + say(words, locale, "foot") + "\n",
                StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String say(ResourceBundle words, Locale locale, String key) {
        return new MessageFormat(words.getString(key), locale).format(new Object[] {amount});
    }
}
