package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.onboarding.Finding;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import org.jspecify.annotations.Nullable;

/** Writes months, moments and numbers as the reader does: in the reader's language, at the clock of Amsterdam. */
@Named("say")
@RequestScoped
public class Say {

    /** The names under which it acts of itself. */
    private static final Set<String> THE_PLATFORM = Set.of("schedule", "recheck");

    @Inject
    private Doorkeeper doorkeeper;

    /** For the attribute {@code lang}. */
    public String language() {
        return Here.locale().getLanguage().equals("en") ? "en" : "nl";
    }

    public String month(YearMonth month) {
        return format("MMMM yyyy").format(month);
    }

    public String monthOf(String month) {
        return month(YearMonth.parse(month));
    }

    /** A month, a quarter or a year. */
    public String period(ReportingPeriod period) {
        return switch (period.span()) {
            case MONTH -> month(period.last());
            case QUARTER ->
                words(
                        "period.quarter",
                        period.quarter(),
                        Integer.toString(period.last().getYear()));
            case YEAR -> words("period.year", Integer.toString(period.last().getYear()));
        };
    }

    public String moment(@Nullable Instant moment) {
        return moment == null
                ? "–"
                : format("d MMMM yyyy, HH:mm").withZone(Period.AMSTERDAM).format(moment);
    }

    public String date(@Nullable LocalDate day) {
        return day == null ? "–" : format("d MMMM yyyy").format(day);
    }

    public String day(Instant moment) {
        return format("d MMMM yyyy").withZone(Period.AMSTERDAM).format(moment);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Here.locale()).format(number);
    }

    /** The name of a choice, as styles and texts are named after it. */
    public String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as words in one line. */
    public String categories(Set<DataCategory> categories) {
        return categories.stream().map(Say::category).collect(Collectors.joining(", "));
    }

    static String category(DataCategory category) {
        var english = Here.locale().getLanguage().equals("en");
        var word = english ? category.english() : category.dutch();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The size of a file, in whole kilobytes. */
    public String size(long bytes) {
        return number(Math.max(1, Math.round(bytes / 1000.0))) + " kB";
    }

    /** What to do about something that is wrong in an export. */
    public String advice(Finding finding) {
        return finding.advice(Here.locale());
    }

    public String words(String key, Object value) {
        return Texts.say(Here.locale(), key, value);
    }

    public String words(String key, Object first, Object second) {
        return Texts.say(Here.locale(), key, first, second);
    }

    /** Who did something, as the register keeps it: an account by its name, if that may still come in. */
    public String who(String kept) {
        if (THE_PLATFORM.contains(kept)) {
            return Texts.say(Here.locale(), "who." + kept);
        }
        try {
            return doorkeeper
                    .stillWelcome(UUID.fromString(kept))
                    .map(Caller::name)
                    .orElseGet(() -> Texts.say(Here.locale(), "who.gone"));
        } catch (IllegalArgumentException e) {
            return kept;
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Here.locale());
    }
}
