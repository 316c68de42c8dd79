package nl.werkvlak.platform.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    static final int LARGEST_BODY = 16 * 1024;

    private RecordJson() {}

    static byte[] write(Record body) {
        return value(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record of texts, months and choices.
     *
     * @throws BadInput naming every field that is missing, unknown or of the wrong type
     * @throws TooLarge when there is more than {@link #LARGEST_BODY}
     */
    static <R extends Record> R read(Class<R> type, InputStream stream) throws IOException {
        var bytes = stream.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new TooLarge();
        }
        var body = parsed(bytes);
        var wrong = new HashMap<String, String>();
        var components = type.getRecordComponents();
        var known = Arrays.stream(components).map(RecordJson::nameOf).collect(Collectors.toSet());
        body.keySet().stream()
                .filter(field -> !known.contains(field))
                // The name came from outside, and an error repeats nothing that did.
                .forEach(field -> wrong.put("", "unknown-field"));
        var values = Stream.of(components)
                .map(component -> read(component, body.get(nameOf(component)), wrong))
                .toArray();
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        return made(type, values);
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

    private static @Nullable Object read(
            RecordComponent component, @Nullable JsonValue value, Map<String, String> wrong) {
        var name = nameOf(component);
        if (value == null || value == JsonValue.NULL) {
            if (!isOptional(component)) {
                wrong.put(name, "missing");
            }
            return null;
        }
        var type = component.getType();
        if (value instanceof JsonString text && type == String.class) {
            return text.getString();
        }
        if (value instanceof JsonString text && type.isEnum()) {
            var choice = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text.getString()))
                    .findFirst();
            if (choice.isEmpty()) {
                wrong.put(name, "unknown-choice");
            }
            return choice.orElse(null);
        }
        if (value instanceof JsonString text && type == YearMonth.class) {
            try {
                return YearMonth.parse(text.getString());
            } catch (DateTimeException e) {
                wrong.put(name, "not-a-month");
                return null;
            }
        }
        wrong.put(name, "wrong-type");
        return null;
    }

    private static <R extends Record> R made(Class<R> type, @Nullable Object[] values) {
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
