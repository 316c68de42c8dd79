package nl.werkvlak.platform.rendering;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.TextKind;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a report, drawn from its document, so that what is published cannot fall behind. */
final class Schema {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a report shows whose it is, is no part of what it says. */
    private static final Set<String> LETTERHEAD = Set.of("brandColour", "logo");

    private Schema() {}

    static String of(ReportFolder<?> folder) {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "/api/v1/report-schemas/" + folder.name())
                .put("title", "Werkvlak report: " + folder.name());
        ObjectNode document = object(folder.document());
        ObjectNode parts = JSON.createObjectNode();
        parts.putObject("kind").put("const", folder.name());
        parts.setAll((ObjectNode) document.get("properties"));
        document.set("properties", parts);
        ((ArrayNode) document.get("required")).insert(0, "kind");
        schema.setAll(document);
        schema.putObject("$defs").set("figure", figure());
        return schema.toPrettyString() + "\n";
    }

    /** Only what is about nobody is always there, and no list, which may be empty. */
    private static ObjectNode object(Class<?> type) {
        ObjectNode object = JSON.createObjectNode().put("type", "object");
        ObjectNode parts = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        for (RecordComponent part : type.getRecordComponents()) {
            if (LETTERHEAD.contains(part.getName())) {
                continue;
            }
            ObjectNode value = value(part);
            Carries carries = part.getAnnotation(Carries.class);
            if (carries != null) {
                value.put("description", "Data category " + carries.value());
            }
            parts.set(part.getName(), value);
            if (carries == null
                    && !(part.getGenericType() instanceof ParameterizedType)
                    && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && (!part.getType().isRecord() || part.getName().equals("head"))) {
                required.add(part.getName());
            }
        }
        return object.put("additionalProperties", false);
    }

    private static ObjectNode value(RecordComponent part) {
        if (part.getGenericType() instanceof ParameterizedType list) {
            ObjectNode array = JSON.createObjectNode().put("type", "array");
            array.set("items", value((Class<?>) list.getActualTypeArguments()[0], part));
            return array;
        }
        return value(part.getType(), part);
    }

    private static ObjectNode value(Class<?> type, RecordComponent part) {
        ObjectNode value = JSON.createObjectNode();
        if (type.isRecord()) {
            return object(type);
        }
        if (type == Figure.class) {
            return value.put("$ref", "#/$defs/figure");
        }
        if (type == BigDecimal.class) {
            return value.put("type", "number");
        }
        if (type == Integer.class || type == int.class) {
            return value.put("type", "integer");
        }
        value.put("type", "string");
        if (type == LocalDate.class) {
            return value.put("format", "date");
        }
        if (type == Instant.class) {
            return value.put("format", "date-time");
        }
        if (type == YearMonth.class) {
            return value.put("pattern", "^[0-9]{4}-[0-9]{2}$");
        }
        Carries carries = part.getAnnotation(Carries.class);
        return carries != null && carries.text() == TextKind.CODE ? value.put("pattern", "^[A-Z][A-Z0-9_]*$") : value;
    }

    private static ObjectNode figure() {
        ObjectNode figure = JSON.createObjectNode()
                .put("type", "object")
                .put(
                        "description",
                        "A number, or that it is below a limit or left out, because few people are behind it");
        ObjectNode parts = figure.putObject("properties");
        parts.putObject("value").put("type", "number");
        parts.putObject("below").put("type", "integer");
        parts.putObject("leftOut").put("const", true);
        parts.putObject("previous").put("$ref", "#/$defs/figure");
        ArrayNode one = figure.putArray("oneOf");
        one.addObject().putArray("required").add("value");
        one.addObject().putArray("required").add("below");
        one.addObject().putArray("required").add("leftOut");
        return figure.put("additionalProperties", false);
    }
}
