package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in at its {@link Entrance}, in the name and for the tenant of who logged in, or not at all.
 *
 * <p>Who somebody is, is asked again at each request: a visit ends with its account. A form has to come from a page of
 * this site and to carry the token of the visit.
 */
public class DoorFilter extends HttpFilter {

    /** What comes with the pages: style and script, which hold nothing about anybody. */
    private static final String LOOK = "/look/";

    /** Of a zip, in bytes; what is larger is imported from a folder by the command. */
    static final long LARGEST_UPLOAD = 512L * 1024 * 1024;

    /** Of a logo, in bytes. */
    static final long LARGEST_PICTURE = 1024L * 1024;

    private static final long LARGEST_FORM = 64L * 1024;
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Doorkeeper doorkeeper;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!VERBS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (path.startsWith(LOOK)) {
            response.setHeader("Cache-Control", "max-age=600");
            chain.doFilter(request, response);
        } else if (path.isEmpty() || path.equals("/")) {
            go(request, response, Entrance.HOME);
        } else {
            var entrance = Entrance.at(path).orElseThrow(() -> Refusal.unknown("page", "There is no such page."));
            demandOwnSite(request);
            if (entrance.isOpen()) {
                chain.doFilter(request, response);
            } else {
                letIn(entrance, request, response, chain);
            }
        }
    }

    private void letIn(Entrance entrance, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var visit = Visit.of(request).orElse(null);
        var caller =
                visit == null ? null : doorkeeper.stillWelcome(visit.account()).orElse(null);
        if (visit == null || caller == null) {
            if (visit != null) {
                visit.end();
            }
            go(request, response, Entrance.LOGIN);
            return;
        }
        if (isForm(request) && isTooLarge(entrance, request.getContentLengthLong())) {
            throw entrance == Entrance.LETTERHEAD
                    ? Refusal.rule("picture-too-large", "Hand in a picture of at most 1 MB.")
                    : Refusal.rule("upload-too-large", "This file is too large to hand in here.");
        }
        if (isForm(request) && !visit.isToken(request.getParameter(Visit.TOKEN_FIELD))) {
            throw Refusal.forbidden("stale-form", "The form is too old, or came from elsewhere.");
        }
        inTheNameOf(caller, entrance, visit, () -> {
            demand(entrance, caller);
            chain.doFilter(request, response);
            return response;
        });
    }

    private static void demand(Entrance entrance, Caller caller) {
        entrance.permission().ifPresent(Doorkeeper::demand);
        if (!entrance.isFor(caller)) {
            throw Refusal.forbidden("not-permitted", "This is not permitted for this role.");
        }
    }

    private <T> void inTheNameOf(Caller caller, Entrance entrance, Visit visit, Callable<T> work)
            throws IOException, ServletException {
        var overseen = entrance == Entrance.OVERSIGHT ? visit.overseen().orElse(null) : null;
        try {
            // Oversight has no tenant of its own: it looks at the one that was chosen, on that page and nowhere else.
            doorkeeper.inTheNameOf(caller, overseen == null ? work : () -> CurrentTenant.with(overseen, work));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Browsers say where a form comes from; one that does not say it is not a form of ours. */
    static void demandOwnSite(HttpServletRequest request) {
        if (isForm(request)
                && !isOwnSite(
                        request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"))) {
            throw Refusal.forbidden("stale-form", "The form is too old, or came from elsewhere.");
        }
    }

    static boolean isOwnSite(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin");
        }
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Asked before the body is read; the container stops one that lies about its length. */
    static boolean isTooLarge(Entrance entrance, long length) {
        return length
                > LARGEST_FORM
                        + switch (entrance) {
                            case IMPORTS -> LARGEST_UPLOAD;
                            case LETTERHEAD -> LARGEST_PICTURE;
                            default -> 0;
                        };
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, Entrance entrance)
            throws IOException {
        response.sendRedirect(request.getContextPath() + entrance.path());
    }
}
