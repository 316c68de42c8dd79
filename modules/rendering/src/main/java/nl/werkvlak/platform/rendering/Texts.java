package nl.werkvlak.platform.rendering;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of one report in one language, and behind them those of the house. Dutch is the language without a name. */
final class Texts extends ResourceBundle {

    private final ResourceBundle report;
    private final ResourceBundle house;

    /** @param folder the report's folder, such as {@code progress} */
    Texts(String folder, Locale locale) {
        report = load(folder, locale);
        house = load("house-style", locale);
    }

    private static ResourceBundle load(String folder, Locale locale) {
        return ResourceBundle.getBundle(
                "reports/" + folder + "/texts",
                locale,
                Texts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        if (report.containsKey(key)) {
            return report.getObject(key);
        }
        return house.containsKey(key) ? house.getObject(key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        Set<String> keys = new LinkedHashSet<>(report.keySet());
        keys.addAll(house.keySet());
        return Collections.enumeration(keys);
    }
}
