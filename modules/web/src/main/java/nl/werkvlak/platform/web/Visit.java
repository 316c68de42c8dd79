package nl.werkvlak.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What is remembered of somebody between two requests: who it is, and little else. */
final class Visit {

    /** The name of the form field that holds {@link #token}. */
    static final String TOKEN_FIELD = "token";

    private static final String ACCOUNT = "werkvlak.account";
    private static final String TOKEN = "werkvlak.token";
    private static final String OVERSEEN = "werkvlak.overseen";
    private static final String NOTICE = "werkvlak.notice";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpSession session;

    private Visit(HttpSession session) {
        this.session = session;
    }

    /** The visit that a request belongs to, if somebody logged in. */
    static Optional<Visit> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(session -> session.getAttribute(ACCOUNT) != null)
                .map(Visit::new);
    }

    /** Begins anew, under an id that nobody could have planted; what an earlier visit left behind is gone. */
    static void begin(HttpServletRequest request, Caller caller) {
        var earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        var session = request.getSession(true);
        request.changeSessionId();
        var random = new byte[32];
        RANDOM.nextBytes(random);
        session.setAttribute(ACCOUNT, UUID.fromString(caller.id()));
        session.setAttribute(TOKEN, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    void end() {
        session.invalidate();
    }

    UUID account() {
        return (UUID) session.getAttribute(ACCOUNT);
    }

    /** What every form of this visit has to carry, so that another site cannot send one in somebody's name. */
    String token() {
        return (String) session.getAttribute(TOKEN);
    }

    boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token().getBytes(StandardCharsets.UTF_8));
    }

    /** The tenant that the privacy officer chose to look at. */
    Optional<TenantId> overseen() {
        return Optional.ofNullable((UUID) session.getAttribute(OVERSEEN)).map(TenantId::new);
    }

    void oversee(TenantId tenant) {
        session.setAttribute(OVERSEEN, tenant.value());
    }

    /** Keeps a message, by its key, for the next page. */
    void leave(String notice) {
        session.setAttribute(NOTICE, notice);
    }

    /** The message that was left, once. */
    Optional<String> takeNotice() {
        var notice = (String) session.getAttribute(NOTICE);
        session.removeAttribute(NOTICE);
        return Optional.ofNullable(notice);
    }
}
