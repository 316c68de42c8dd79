package nl.werkvlak.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Refusal;

/** Around every request: the headers that keep a page to itself, and a page that helps when something stops it. */
public class EdgeFilter extends HttpFilter {

    /** Where the error page finds what it is about. */
    static final String INCIDENT = "werkvlak.incident";

    static final String REFUSED = "werkvlak.refused";

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        putHeaders(request, response);
        try {
            chain.doFilter(new DutchFirst(request), response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                Incident.log(UUID.randomUUID().toString(), e);
                return;
            }
            response.resetBuffer();
            explain(new DutchFirst(request), response, e);
        }
    }

    private static void explain(HttpServletRequest request, HttpServletResponse response, Exception error)
            throws IOException, ServletException {
        var refusal = refusalIn(error);
        if (refusal.isPresent()) {
            response.setStatus(status(refusal.get().kind()));
            request.setAttribute(REFUSED, refusal.get().code());
        } else {
            var incident = UUID.randomUUID().toString();
            Incident.log(incident, error);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            request.setAttribute(INCIDENT, incident);
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, response.getStatus());
        request.getRequestDispatcher("/error.xhtml").forward(request, response);
    }

    /** A browser that names no language gets Dutch, and not the language of the server. */
    private static final class DutchFirst extends HttpServletRequestWrapper {

        DutchFirst(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Locale getLocale() {
            return getLocales().nextElement();
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return getHeader("Accept-Language") == null
                    ? Collections.enumeration(List.of(Texts.DUTCH))
                    : super.getLocales();
        }
    }

    /** A page wraps what stops it, sometimes twice. */
    private static Optional<Refusal> refusalIn(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case RULE -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    private static void putHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Of this site the own pages hear where somebody came from, other sites never; without it no form has an
        // origin.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Language");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
