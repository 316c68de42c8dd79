package nl.werkvlak.platform.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: a component is a property of the same name, what is null is left out, what is not
 * {@link Nullable} has to be there, and what is not a component is refused.
 *
 * <p>Our own, because the one on the server answers a wrong type without saying which field it was in.
 */
final class RecordJson {

    /** No body that we read as a whole has a reason to be larger. */
    static final int LARGEST_BODY = 64 * 1024;

    /** A day or moment that our database can hold. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    /** What is written as a text, and what is wrong with one that cannot be read. */
    private record Form(String fault, Function<String, Object> parse) {}

    private static final Map<Class<?>, Form> FORMS = Map.of(
            YearMonth.class, new Form("not-a-month", YearMonth::parse),
            LocalDate.class, new Form("not-a-day", RecordJson::day),
            Instant.class, new Form("not-an-instant", RecordJson::moment),
            UUID.class, new Form("not-an-id", RecordJson::id));

    private RecordJson() {}

    static byte[] write(Record body) {
        return value(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record of texts, days, moments, ids, choices, numbers, truths, and of lists and records of those.
     *
     * @throws BadInput naming every field that is missing, unknown or of the wrong type, such as {@code cells[3].codes}
     * @throws TooLarge when there is more than {@link #LARGEST_BODY}
     */
    static <R extends Record> R read(Class<R> type, InputStream stream) throws IOException {
        var bytes = stream.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new TooLarge();
        }
        var wrong = new HashMap<String, String>();
        var read = record(type, parsed(bytes), "", wrong);
        if (read == null || !wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        return type.cast(read);
    }

    /** Null when anything is wrong. */
    private static @Nullable Object record(Class<?> type, JsonObject body, String path, Map<String, String> wrong) {
        var components = type.getRecordComponents();
        var known = Arrays.stream(components).map(RecordJson::nameOf).collect(Collectors.toSet());
        body.keySet().stream()
                .filter(field -> !known.contains(field))
                // The name came from outside, and an error repeats nothing that did.
                .forEach(field -> wrong.put(path, "unknown-field"));
        var prefix = path.isEmpty() ? "" : path + ".";
        var values = Stream.of(components)
                .map(component -> component(component, body.get(nameOf(component)), prefix, wrong))
                .toArray();
        return wrong.isEmpty() ? made(type, values) : null;
    }

    /** Optional in the contract, and left out when null. */
    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Its own name, unless that is a word of Java. */
    static String nameOf(RecordComponent component) {
        var other = component.getAccessor().getAnnotation(JsonbProperty.class);
        return other == null ? component.getName() : other.value();
    }

    private static JsonObject parsed(byte[] bytes) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw BadInput.of("", bytes.length == 0 ? "missing" : "not-json");
        }
    }

    private static @Nullable Object component(
            RecordComponent component, @Nullable JsonValue value, String prefix, Map<String, String> wrong) {
        var path = prefix + nameOf(component);
        if (value == null || value == JsonValue.NULL) {
            if (!isOptional(component)) {
                wrong.put(path, "missing");
            }
            return null;
        }
        return read(component.getGenericType(), value, path, wrong);
    }

    private static @Nullable Object read(Type type, JsonValue value, String path, Map<String, String> wrong) {
        if (type instanceof ParameterizedType list && value instanceof JsonArray array) {
            var elements = new ArrayList<@Nullable Object>();
            for (var i = 0; i < array.size(); i++) {
                elements.add(read(list.getActualTypeArguments()[0], array.get(i), path + "[" + i + "]", wrong));
            }
            return wrong.isEmpty() ? List.copyOf(elements) : null;
        }
        if (type instanceof Class<?> kind) {
            if (kind.isRecord() && value instanceof JsonObject object) {
                return record(kind, object, path, wrong);
            }
            if (value instanceof JsonString text) {
                return text(kind, text.getString(), path, wrong);
            }
            if (kind == boolean.class || kind == Boolean.class) {
                if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                    return value == JsonValue.TRUE;
                }
            }
            if ((kind == int.class || kind == Integer.class)
                    && value instanceof JsonNumber number
                    && number.isIntegral()
                    && number.bigIntegerValue().bitLength() < Integer.SIZE) {
                return number.intValue();
            }
        }
        wrong.put(path, "wrong-type");
        return null;
    }

    private static @Nullable Object text(Class<?> kind, String text, String path, Map<String, String> wrong) {
        if (kind == String.class) {
            return text;
        }
        if (kind.isEnum()) {
            var choice = Arrays.stream(kind.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst();
            if (choice.isEmpty()) {
                wrong.put(path, "unknown-choice");
            }
            return choice.orElse(null);
        }
        var form = FORMS.get(kind);
        if (form == null) {
            wrong.put(path, "wrong-type");
            return null;
        }
        try {
            return form.parse().apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            wrong.put(path, form.fault());
            return null;
        }
    }

    /** As we write it, and no other way. */
    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("Not an id");
        }
        return id;
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("No day that we keep");
        }
        return day;
    }

    /** In UTC, to the microsecond: what the database can hold. */
    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        day(moment.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static Object made(Class<?> type, @Nullable Object[] values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("A body cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A body cannot be made", e);
        }
    }

    private static JsonValue value(Object value) {
        if (value instanceof Record record) {
            var object = Json.createObjectBuilder();
            for (var component : record.getClass().getRecordComponents()) {
                var property = propertyOf(record, component);
                if (property != null) {
                    object.add(nameOf(component), value(property));
                }
            }
            return object.build();
        }
        if (value instanceof Collection<?> list) {
            var array = Json.createArrayBuilder();
            list.forEach(element -> array.add(value(Objects.requireNonNull(element))));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        }
        // Instants, months, ids and choices are texts, as Java writes them: ISO 8601, in UTC.
        return Json.createValue(value.toString());
    }

    private static @Nullable Object propertyOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An answer cannot be read", e);
        }
    }
}
