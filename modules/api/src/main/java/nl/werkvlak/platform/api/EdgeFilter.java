package nl.werkvlak.platform.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.werkvlak.platform.security.Doorkeeper;

/**
 * Around every request: finds out who asks, sets and clears the tenant, puts the headers on every answer, and turns away
 * what is not for this application.
 *
 * <p>No session, no cookie: a bearer token in the header, or nobody.
 */
@WebFilter(value = "/*", asyncSupported = true)
public class EdgeFilter extends HttpFilter {

    /** The version of the contract, as in {@code openapi.json}. */
    static final String VERSION = "1.0.0";

    static final String CHALLENGE = "Bearer realm=\"werkvlak\"";

    private static final long serialVersionUID = 1L;
    private static final String API = ApiApplication.PATH + "/";
    private static final String BEARER = "bearer ";
    private static final String PAGES = "/app/";

    /** The server answers this by itself, in the context of this module. */
    private static final String HEALTH = "/health";

    /** The server would answer these by itself, and tell more than the contract does. */
    private static final Set<String> UNSPOKEN = Set.of("OPTIONS", "TRACE", "CONNECT");

    // A field, because the servlet container makes filters without arguments.
    @Inject
    private transient Doorkeeper doorkeeper;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        putHeaders(request, response, path);
        var incident = Incident.fresh();
        try {
            serve(path, request, response, chain);
        } catch (Exception e) {
            // The last resort: whatever the application itself did not answer.
            Incident.log(incident, e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                answer(request, response, problems(request).of(e, incident));
            }
        }
    }

    private void serve(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws Exception {
        if (path.equals("/")) {
            // Relative, so that no header of the request finds its way into the answer.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PAGES);
        } else if (path.equals(TokenServlet.PATH) || path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            chain.doFilter(request, response);
        } else if (!path.startsWith(API) || path.endsWith("/")) {
            answer(request, response, problems(request).ofStatus(HttpServletResponse.SC_NOT_FOUND));
        } else if (UNSPOKEN.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
            answer(request, response, problems(request).ofStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED));
        } else {
            asCaller(request, response, chain);
        }
    }

    private void asCaller(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws Exception {
        var given = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (given.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var caller = tokenIn(given).flatMap(doorkeeper::bearer);
        if (caller.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
            answer(request, response, problems(request).ofStatus(HttpServletResponse.SC_UNAUTHORIZED));
            return;
        }
        doorkeeper.inTheNameOf(caller.get(), () -> {
            chain.doFilter(request, response);
            return response;
        });
    }

    private static Optional<String> tokenIn(List<String> headers) {
        var header = headers.get(0);
        var isBearer = headers.size() == 1 && header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return isBearer ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
    }

    private static void putHeaders(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setHeader("API-Version", VERSION);
        if (!path.equals(TokenServlet.PATH)) {
            // The library that answers there puts it itself.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static Problems problems(HttpServletRequest request) {
        return new Problems(language(request));
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferredBy(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language(request).tag());
        response.getOutputStream().write(RecordJson.write(problem));
    }
}
