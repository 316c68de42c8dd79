package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** What to tell when something stopped a request. */
@Named("error")
@RequestScoped
public class ErrorPage {

    public String heading() {
        return Texts.say(Here.locale(), "error." + kind());
    }

    /** A sentence that helps, and that quotes nothing of what was asked. */
    public String sentence() {
        var refused = attribute(EdgeFilter.REFUSED);
        return refused == null
                ? Texts.say(Here.locale(), "error." + kind() + ".help")
                : Texts.refusal(Here.locale(), refused.toString());
    }

    /** By which the incident is found in the log; empty when it was no fault of ours. */
    public String incident() {
        var incident = attribute(EdgeFilter.INCIDENT);
        return incident == null ? "" : incident.toString();
    }

    private static String kind() {
        var status = attribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer number) || number >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return "broken";
        }
        return switch (number) {
            case HttpServletResponse.SC_NOT_FOUND -> "unknown";
            case HttpServletResponse.SC_FORBIDDEN -> "forbidden";
            default -> "stopped";
        };
    }

    private static @Nullable Object attribute(String name) {
        return Here.request().getAttribute(name);
    }
}
