package nl.werkvlak.platform.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The language that errors are told in: Dutch, unless English is preferred. */
enum Language {
    DUTCH("nl"),
    ENGLISH("en");

    private static final List<String> SPOKEN = List.of("nl", "en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    static Language of(HttpHeaders request) {
        return preferredBy(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** By the header {@code Accept-Language}; what cannot be read is no preference. */
    static Language preferredBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DUTCH;
        }
        try {
            return "en".equals(Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), SPOKEN)) ? ENGLISH : DUTCH;
        } catch (IllegalArgumentException e) {
            return DUTCH;
        }
    }

    String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The words for a key, or else the given ones. */
    String words(String key, String otherwise) {
        var words = ResourceBundle.getBundle(
                "nl.werkvlak.platform.api.Problems",
                locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }
}
