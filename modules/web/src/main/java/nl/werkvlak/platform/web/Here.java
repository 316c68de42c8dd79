package nl.werkvlak.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import org.jspecify.annotations.Nullable;

/** The request for which a page is being made. */
final class Here {

    private Here() {}

    static HttpServletRequest request() {
        return (HttpServletRequest) faces().getExternalContext().getRequest();
    }

    static Visit visit() {
        return Visit.of(request()).orElseThrow(() -> new IllegalStateException("Nobody logged in"));
    }

    static Caller caller() {
        return Doorkeeper.caller().orElseThrow(() -> new IllegalStateException("Nobody logged in"));
    }

    /** Who is no coach has nobody in care. */
    static UUID coach() {
        return Objects.requireNonNullElseGet(caller().coachId(), () -> new UUID(0, 0));
    }

    static Locale locale() {
        var view = faces().getViewRoot();
        return view == null ? Texts.DUTCH : view.getLocale();
    }

    static Optional<String> parameter(String name) {
        return Optional.ofNullable(request().getParameter(name)).filter(value -> !value.isBlank());
    }

    /** The id in the address; an address without a valid one leads nowhere. */
    static UUID id() {
        return uuid("id");
    }

    static UUID uuid(String name) {
        return uuidIn(request().getParameter(name))
                .orElseThrow(() -> Refusal.unknown("page", "There is no such page."));
    }

    static Optional<UUID> uuidIn(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The month in the address; what cannot be read counts as no month. */
    static Optional<YearMonth> month() {
        return parameter("period").flatMap(Here::monthIn);
    }

    static Optional<YearMonth> monthIn(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A form is being read; the page is made after that. */
    static boolean isTakenIn() {
        return faces().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** Sends the browser on, so that reloading does not do the same thing again. */
    static void go(Entrance entrance, String query) {
        try {
            var external = faces().getExternalContext();
            external.redirect(external.getRequestContextPath() + entrance.path() + query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says at a field what is wrong with it, in the reader's language. */
    static void problemAt(String field, String text) {
        faces().addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }
}
