package nl.werkvlak.platform.kernel;

import java.util.Map;

/**
 * A request that is stopped, with a stable code for programs and a sentence for people.
 *
 * <p>Unknown means: it does not exist, or not for this tenant. The two are never told apart. A refusal rolls the
 * transaction back. The sentence never quotes a value about a person.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a request is stopped; the edge knows what each kind looks like over HTTP. */
    public enum Kind {
        UNKNOWN,
        FORBIDDEN,
        CONFLICT,
        RULE
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, String> fields;

    private Refusal(Kind kind, String code, String sentence) {
        this(kind, code, sentence, Map.of());
    }

    private Refusal(Kind kind, String code, String sentence, Map<String, String> fields) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.fields = Map.copyOf(fields);
    }

    /** There is no such thing, or not for who asks. */
    public static Refusal unknown(String code, String sentence) {
        return new Refusal(Kind.UNKNOWN, code, sentence);
    }

    /** Who asks may not do this. */
    public static Refusal forbidden(String code, String sentence) {
        return new Refusal(Kind.FORBIDDEN, code, sentence);
    }

    /** It contradicts what is already there. */
    public static Refusal conflict(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, sentence);
    }

    /** What is asked cannot hold. */
    public static Refusal rule(String code, String sentence) {
        return new Refusal(Kind.RULE, code, sentence);
    }

    /** What is asked cannot hold; for each field that is wrong, its name and a code of what is wrong with it. */
    public static Refusal fields(Map<String, String> fields) {
        return new Refusal(Kind.RULE, "bad-input", "One or more fields of the request are wrong; see errors.", fields);
    }

    /** The same, because of this field; its own code says what is wrong with it. */
    public Refusal at(String field) {
        return new Refusal(kind, code, sentence(), Map.of(field, code));
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, kebab-case, meant for programs. */
    public String code() {
        return code;
    }

    /** The sentence for people, in English; pages translate by {@link #code()}. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The fields that are wrong, each with a code, such as {@code unknown-choice}; none when it is not about fields. */
    public Map<String, String> fields() {
        return fields;
    }
}
