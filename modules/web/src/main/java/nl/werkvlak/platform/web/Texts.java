package nl.werkvlak.platform.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.werkvlak.platform.kernel.Refusal;

/** What the pages say, in Dutch or in English. */
final class Texts {

    static final String BUNDLE = "nl.werkvlak.platform.web.texts";
    static final Locale DUTCH = Locale.forLanguageTag("nl");
    static final Locale ENGLISH = Locale.ENGLISH;

    private Texts() {}

    static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale.getLanguage().equals("en") ? ENGLISH : DUTCH,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String say(Locale locale, String key, Object... values) {
        var text = in(locale).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** Why something was refused; a code that has no words yet is at least not hidden behind wrong ones. */
    static String refusal(Locale locale, String code) {
        var texts = in(locale);
        var key = "refusal." + code;
        return texts.containsKey(key) ? texts.getString(key) : texts.getString("refusal.other");
    }

    static String of(Refusal refusal) {
        return refusal(Here.locale(), refusal.code());
    }
}
