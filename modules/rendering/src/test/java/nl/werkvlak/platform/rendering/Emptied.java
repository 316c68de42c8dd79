package nl.werkvlak.platform.rendering;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/** A document as the gate hands it over when only some categories are released; much simpler than the gate itself. */
final class Emptied {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

    private Emptied() {}

    static <D extends Record> D butFor(D document, Set<DataCategory> released) {
        @SuppressWarnings("unchecked")
        var made = (D) project(document, released);
        return made;
    }

    static <D extends Record> D of(D document, DataCategory withheld) {
        Set<DataCategory> others = EnumSet.allOf(DataCategory.class);
        others.remove(withheld);
        return butFor(document, others);
    }

    /** The same document but for one part. */
    static <D extends Record> D with(D document, String name, Object value) {
        @SuppressWarnings("unchecked")
        var made = (D) made(document, part -> part.getName().equals(name) ? value : valueOf(part, document));
        return made;
    }

    /** The same document with lists of this length: what is in them over and over, each time a day or a month later. */
    static <D extends Record> D repeated(D document, int rows) {
        @SuppressWarnings("unchecked")
        var made = (D) made(document, part -> {
            Object value = valueOf(part, document);
            if (value instanceof List<?> list && !list.isEmpty()) {
                return IntStream.range(0, rows)
                        .mapToObj(i -> later(list.get(i % list.size()), i < list.size() ? 0 : i))
                        .toList();
            }
            return value instanceof Record record ? repeated(record, rows) : value;
        });
        return made;
    }

    private static Object later(Object value, int by) {
        if (value instanceof LocalDate day) {
            return day.plusDays(by);
        }
        if (value instanceof YearMonth month) {
            return month.plusMonths(by);
        }
        return value instanceof Record record
                ? made(record, part -> {
                    Object inner = valueOf(part, record);
                    return inner == null ? null : later(inner, by);
                })
                : value;
    }

    private static Record project(Record record, Set<DataCategory> released) {
        return made(record, part -> part(part, valueOf(part, record), released));
    }

    private static Record made(Record record, Function<RecordComponent, @Nullable Object> value) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(parts).map(value).toArray();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Record) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // The list that a part was is null here on purpose: a document takes both.
    @SuppressWarnings("NullAway")
    private static @Nullable Object part(RecordComponent part, @Nullable Object value, Set<DataCategory> released) {
        Carries carries = part.getAnnotation(Carries.class);
        if (carries != null) {
            return released.contains(carries.value()) ? value : null;
        }
        return value instanceof Record record && part.getType().getEnclosingClass() != null
                ? project(record, released)
                : value;
    }

    /** The lowest values that carry a category: what has to be on paper, or nowhere on it. */
    static List<Object> values(Object part, DataCategory category) {
        if (part instanceof List<?> list) {
            return list.stream()
                    .flatMap(each -> values(each, category).stream())
                    .toList();
        }
        if (!(part instanceof Record record)) {
            return List.of();
        }
        return Arrays.stream(record.getClass().getRecordComponents())
                .flatMap(component -> {
                    try {
                        Object value = component.getAccessor().invoke(record);
                        Carries carries = component.getAnnotation(Carries.class);
                        if (value == null || (carries == null && !(value instanceof Record))) {
                            return List.of().stream();
                        }
                        if (carries == null || (value instanceof List<?> list && isOfRecords(list))) {
                            return values(value, category).stream();
                        }
                        if (carries.value() != category) {
                            return List.of().stream();
                        }
                        return (value instanceof List<?> list ? list : List.of(value)).stream();
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(Object.class::cast)
                .toList();
    }

    private static boolean isOfRecords(List<?> list) {
        return !list.isEmpty() && list.get(0) instanceof Record;
    }

    /** What stands on paper for a value, in Dutch; nothing for codes and numbers, which are written in other ways. */
    static String written(Object value) {
        if (value instanceof LocalDate day) {
            return Pages.letters(DAY.format(day));
        }
        return value instanceof String text && !isCode(text) ? Pages.letters(text) : "";
    }

    static boolean isCode(String text) {
        return text.matches("[A-Z]+(_[A-Z0-9]+)*");
    }
}
