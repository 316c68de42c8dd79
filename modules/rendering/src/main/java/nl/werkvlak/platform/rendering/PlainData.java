package nl.werkvlak.platform.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.Map;

/**
 * A report as JSON: codes, numbers and dates as they are, for programs; the schema lies in the report's folder. A part
 * that was not released is not there, and neither is what only that part would explain.
 */
final class PlainData {

    /** What a row stands or falls with on paper; without it the row would tell that something stayed inside. */
    private static final Map<String, String> HEART = Map.of("goals", "description", "capacity", "limitation");

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addSerializer(Figure.class, new FigureAsJson()));

    private PlainData() {}

    /** @param kind the folder of the report */
    static byte[] of(String kind, ReportDocument document) {
        ObjectNode content = JSON.valueToTree(document);
        ((ObjectNode) content.get("head")).remove("brandColour");
        HEART.forEach((rows, heart) -> {
            if (content.get(rows) != null) {
                removeWithout(heart, content.get(rows));
            }
        });
        prune(content);
        ObjectNode whole = JSON.createObjectNode().put("kind", kind);
        whole.setAll(content);
        try {
            return JSON.writeValueAsBytes(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that cannot be written", e);
        }
    }

    private static void removeWithout(String heart, JsonNode rows) {
        for (Iterator<JsonNode> each = rows.elements(); each.hasNext(); ) {
            if (!each.next().has(heart)) {
                each.remove();
            }
        }
    }

    /** Takes out what is empty, from the inside to the outside. */
    private static void prune(JsonNode node) {
        for (Iterator<JsonNode> each = node.elements(); each.hasNext(); ) {
            JsonNode inner = each.next();
            prune(inner);
            if (inner.isContainerNode() && inner.isEmpty()) {
                each.remove();
            }
        }
    }

    /** A value, or that it is below a limit, or that it is left out; and the same of the period before. */
    private static final class FigureAsJson extends StdSerializer<Figure> {

        private static final long serialVersionUID = 1;

        FigureAsJson() {
            super(Figure.class);
        }

        @Override
        public void serialize(Figure figure, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            BigDecimal value = figure.value();
            if (value != null) {
                json.writeNumberField("value", value);
            } else if (figure.isLeftOut()) {
                json.writeBooleanField("leftOut", true);
            } else {
                json.writeNumberField("below", figure.smallestCell());
            }
            Figure previous = figure.previous();
            if (previous != null) {
                json.writeFieldName("previous");
                serialize(previous, json, provider);
            }
            json.writeEndObject();
        }
    }
}
