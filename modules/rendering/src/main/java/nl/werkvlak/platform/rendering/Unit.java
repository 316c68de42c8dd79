package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a figure is written. */
enum Unit {
    COUNT("#,##0"),
    /** A percentage. */
    SHARE("0.0"),
    /** One decimal. */
    DECIMAL("0.0"),
    /** Hours and euros: two decimals, so that they align under each other. */
    EXACT("#,##0.00");

    private static final String MINUS = "\u2212";

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    /** How a spreadsheet shows it. */
    String format() {
        return format;
    }

    /** A limit, or a mark, in place of a number that is suppressed. */
    String written(Words words, @Nullable Figure figure) {
        if (figure == null) {
            return "";
        }
        BigDecimal value = figure.value();
        return value == null ? figure.toString() : written(words, value);
    }

    private String written(Words words, BigDecimal value) {
        return switch (this) {
            case COUNT -> words.number(value);
            case SHARE -> words.decimal(value) + "%";
            case DECIMAL -> words.decimal(value);
            case EXACT -> words.exact(value);
        };
    }

    /** The change against the period before; nothing when either is suppressed, for the difference would tell it. */
    String change(Words words, Figure figure) {
        BigDecimal now = figure.value();
        BigDecimal before = figure.previous() == null ? null : figure.previous().value();
        if (now == null || before == null) {
            return "";
        }
        BigDecimal change = now.subtract(before);
        if (change.signum() == 0) {
            return words.say("figures.same");
        }
        String size =
                this == SHARE ? words.say("figures.points", words.decimal(change.abs())) : written(words, change.abs());
        return (change.signum() > 0 ? "+" : MINUS) + size;
    }
}
