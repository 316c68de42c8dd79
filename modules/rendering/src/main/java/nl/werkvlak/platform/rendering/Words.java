package nl.werkvlak.platform.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/** Says things as the reader writes them: 12 oktober 2026, 1.234,50, EUR 97,50, 4 uur 30. */
final class Words {

    private static final Locale NETHERLANDS = new Locale("nl", "NL");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    // To read a pattern takes longer than to follow it, and there are a few dozen of them in tens of thousands of
    // reports.
    private static final Map<Pattern, DateTimeFormatter> DATES = new ConcurrentHashMap<>();
    private static final Map<Pattern, MessageFormat> SENTENCES = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Texts texts;

    private record Pattern(String text, Locale locale) {}

    /** @param language English for English; Dutch for every other language, as for the platform as a whole */
    Words(String folder, Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        locale = english ? Locale.UK : NETHERLANDS;
        texts = new Texts(folder, english ? Locale.ENGLISH : Locale.ROOT);
    }

    Locale locale() {
        return locale;
    }

    Texts texts() {
        return texts;
    }

    String say(String key, @Nullable Object... arguments) {
        var sentence = SENTENCES.computeIfAbsent(
                new Pattern(texts.getString(key), locale), each -> new MessageFormat(each.text(), each.locale()));
        // One of them serves one thread at a time.
        return ((MessageFormat) sentence.clone()).format(arguments);
    }

    /** The text for a code of the schema; an unknown code stops the document rather than being printed. */
    @Nullable
    String code(String list, @Nullable String code) {
        if (code == null) {
            return null;
        }
        try {
            return texts.getString(list + "." + code);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for a code of " + list, e);
        }
    }

    @Nullable
    String date(@Nullable LocalDate day) {
        return day == null ? null : format("d MMMM yyyy").format(day);
    }

    String month(YearMonth month) {
        return format("MMMM yyyy").format(month);
    }

    /** As it stands in a title: oktober 2026, 4e kwartaal 2026, 2026. */
    String period(ReportingPeriod period) {
        String year = Integer.toString(period.last().getYear());
        return switch (period.span()) {
            case MONTH -> month(period.last());
            case QUARTER -> say("period.quarterOf", Integer.toString(period.quarter()), year);
            case YEAR -> year;
        };
    }

    /** As it is called by who knows the year, unless it is one: september, 3e kwartaal, 2025. */
    String periodName(ReportingPeriod period) {
        return switch (period.span()) {
            case MONTH -> format("MMMM").format(period.last());
            case QUARTER -> say("period.quarter", Integer.toString(period.quarter()));
            case YEAR -> Integer.toString(period.last().getYear());
        };
    }

    String shortMonth(YearMonth month) {
        return format("MMM").format(month).replace(".", "");
    }

    /** The day and the time of day in Amsterdam. */
    String momentOf(Instant at) {
        return format(texts.getString("moment")).format(at.atZone(Period.AMSTERDAM));
    }

    private DateTimeFormatter format(String pattern) {
        return DATES.computeIfAbsent(
                new Pattern(pattern, locale), each -> DateTimeFormatter.ofPattern(each.text(), each.locale()));
    }

    /** At most two decimals, none when it is whole. */
    String number(BigDecimal value) {
        return written(value, 0, 2);
    }

    String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** Always one decimal, so that a column of them aligns. */
    String decimal(BigDecimal value) {
        return written(value, 1, 1);
    }

    /** Always two decimals. */
    String exact(BigDecimal value) {
        return written(value, 2, 2);
    }

    String euros(BigDecimal value) {
        return "EUR " + exact(value);
    }

    private String written(BigDecimal value, int leastDecimals, int mostDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(leastDecimals);
        format.setMaximumFractionDigits(mostDecimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A duration as a person says it: 4 uur 30. */
    @Nullable
    String hours(@Nullable BigDecimal hours) {
        if (hours == null) {
            return null;
        }
        long minutes = hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return minutes % 60 == 0
                ? say("hours.whole", number(minutes / 60))
                : say("hours.part", number(minutes / 60), "%02d".formatted(minutes % 60));
    }

    String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A duration of minutes: 45 min. */
    @Nullable
    String minutes(@Nullable Integer minutes) {
        return minutes == null ? null : say("minutes", number(minutes));
    }
}
