package nl.werkvlak.platform.api;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Turns whatever went wrong into a problem document, in one language. */
final class Problems {

    /** No host in it: a type is a name, not a page. */
    private static final String TYPE = "urn:werkvlak:problem:";

    private static final Map<Integer, String> CODES = Map.of(
            400, "bad-request",
            401, "not-authenticated",
            403, "not-permitted",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type");

    private static final String BAD_INPUT = "bad-input";

    private final Language language;

    Problems(Language language) {
        this.language = language;
    }

    /** The problem that this is; one of ours when nothing better is known, and then it wants an incident. */
    Problem of(Throwable error, String incident) {
        if (error instanceof Refusal refusal) {
            return of(refusal);
        }
        if (error instanceof BadInput bad) {
            return ofFields(bad.codes());
        }
        if (error instanceof TooLarge) {
            return ofStatus(413);
        }
        if (error instanceof NotAuthenticated) {
            return ofStatus(401);
        }
        if (error instanceof WebApplicationException http && isTheirs(http)) {
            return ofStatus(http.getResponse().getStatus());
        }
        return problem(500, "internal-error", "", null, incident);
    }

    /** A status that says enough by itself. */
    Problem ofStatus(int status) {
        return problem(status, CODES.getOrDefault(status, "bad-request"), "", null, null);
    }

    static boolean isOurs(Problem problem) {
        return problem.status() >= 500;
    }

    /** The header that RFC 9110 wants with a 405, when the server knows it. */
    static List<String> allowedBy(Throwable error) {
        return error instanceof NotAllowedException notAllowed
                ? notAllowed.getResponse().getAllowedMethods().stream()
                        .filter(verb -> !verb.equals("OPTIONS"))
                        .sorted()
                        .toList()
                : List.of();
    }

    private static boolean isTheirs(WebApplicationException http) {
        var status = http.getResponse().getStatus();
        return status >= 400 && status < 500;
    }

    /** Every unknown thing reads the same, whoever's it is. */
    private Problem of(Refusal refusal) {
        if (refusal.code().equals(BAD_INPUT)) {
            return ofFields(refusal.fields());
        }
        var fields = fieldsOf(refusal);
        return switch (refusal.kind()) {
            case UNKNOWN -> problem(404, "not-found", "", fields, null);
            case FORBIDDEN -> problem(403, refusal.code(), refusal.sentence(), null, null);
            case CONFLICT -> problem(409, refusal.code(), refusal.sentence(), fields, null);
            case RULE -> problem(400, refusal.code(), refusal.sentence(), fields, null);
        };
    }

    private @Nullable List<FieldError> fieldsOf(Refusal refusal) {
        if (refusal.fields().isEmpty()) {
            return null;
        }
        var isUnknown = refusal.kind() == Refusal.Kind.UNKNOWN;
        return refusal.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new FieldError(
                        field.getKey(),
                        isUnknown ? "unknown" : field.getValue(),
                        language.words(isUnknown ? "field.unknown" : "code." + field.getValue(), refusal.sentence())))
                .toList();
    }

    private Problem ofFields(Map<String, String> codes) {
        var errors = codes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(error -> new FieldError(
                        error.getKey(),
                        error.getValue(),
                        language.words("field." + error.getValue(), error.getValue())))
                .toList();
        return problem(400, BAD_INPUT, "", errors, null);
    }

    private Problem problem(
            int status, String code, String sentence, @Nullable List<FieldError> errors, @Nullable String incident) {
        var title = language.words("status." + status, "Error");
        var detail = language.words("code." + code, sentence.isEmpty() ? title : sentence);
        return new Problem(TYPE + code, title, status, detail, code, errors, incident);
    }
}
