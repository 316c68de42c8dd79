package nl.werkvlak.platform.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.werkvlak.platform.tenancy.Letterhead;
import nl.werkvlak.platform.tenancy.Logo;

/**
 * A report as JSON: codes, numbers and dates as they are, for programs; the schema lies in the report's folder. A part
 * that was not released is not there, and neither is what only that part would explain. What was written here can be
 * read back, and then says the same in every form.
 */
final class PlainData {

    /** What a row stands or falls with on paper; without it the row would tell that something stayed inside. */
    private static final Map<String, String> HEART =
            Map.of("/goals", "description", "/capacity", "limitation", "/plan/agreements", "action");

    private static final String KIND = "kind";
    private static final String HEAD = "head";
    private static final String COLOUR = "brandColour";
    private static final String LOGO = "logo";

    // Exact, for an amount of 135.00 is written otherwise than one of 135.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addSerializer(Figure.class, new FigureAsJson())
                    .addSerializer(Logo.class, new NotSaid())
                    .addDeserializer(Logo.class, new Kept())
                    .addDeserializer(Instant.class, of(Instant.class, text(Instant::parse)))
                    .addDeserializer(LocalDate.class, of(LocalDate.class, text(LocalDate::parse)))
                    .addDeserializer(YearMonth.class, of(YearMonth.class, text(YearMonth::parse)))
                    .addDeserializer(Figure.class, of(Figure.class, PlainData::figure)))
            .build();

    private PlainData() {}

    /** Put into the tree as it is. */
    private static final class Kept extends StdDeserializer<Logo> {

        private static final long serialVersionUID = 1;

        Kept() {
            super(Logo.class);
        }

        @Override
        public Logo deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return (Logo) parser.getEmbeddedObject();
        }
    }

    /** How a report shows whose it is, is no part of what it says. */
    private static final class NotSaid extends StdSerializer<Logo> {

        private static final long serialVersionUID = 1;

        NotSaid() {
            super(Logo.class);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Logo logo) {
            return true;
        }

        @Override
        public void serialize(Logo logo, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNull();
        }
    }

    /** @param kind the folder of the report */
    static byte[] of(String kind, ReportDocument document) {
        ObjectNode content = JSON.valueToTree(document);
        ((ObjectNode) content.get(HEAD)).remove(COLOUR);
        HEART.forEach((rows, heart) -> {
            if (content.at(rows).isArray()) {
                removeWithout(heart, content.at(rows));
            }
        });
        prune(content);
        ObjectNode whole = JSON.createObjectNode().put(KIND, kind);
        whole.setAll(content);
        try {
            return JSON.writeValueAsBytes(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that cannot be written", e);
        }
    }

    /** Of which kind the report is that was written. */
    static String kindOf(JsonNode report) {
        return report.get(KIND).textValue();
    }

    static ObjectNode tree(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The document that was written.
     *
     * @param letterhead the tenant's, which is no part of what the report says
     */
    static <D extends Record & ReportDocument> D read(ObjectNode report, Letterhead letterhead, Class<D> type) {
        ObjectNode content = report.deepCopy();
        content.remove(KIND);
        ((ObjectNode) content.get(HEAD)).put(COLOUR, letterhead.brandColour()).putPOJO(LOGO, letterhead.logo());
        complete(content, type);
        try {
            return JSON.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            // It would quote what the report says.
            throw new IllegalStateException("A kept report that does not fit its document: " + type.getSimpleName());
        }
    }

    /** A part that is empty was not written; a document has all its parts. */
    private static void complete(ObjectNode content, Class<?> type) {
        for (RecordComponent part : type.getRecordComponents()) {
            if (part.getType().isRecord()) {
                complete(content.withObjectProperty(part.getName()), part.getType());
            }
        }
    }

    private static Figure figure(JsonNode node) {
        JsonNode previous = node.get("previous");
        Figure figure = node.has("value")
                ? Figure.of(node.get("value").decimalValue())
                : node.has("below") ? Figure.fewerThan(node.get("below").intValue()) : Figure.leftOut();
        return previous == null ? figure : figure.after(figure(previous));
    }

    private static <T> Function<JsonNode, T> text(Function<String, T> parse) {
        return node -> parse.apply(Objects.requireNonNull(node.textValue(), "text"));
    }

    private static <T> StdDeserializer<T> of(Class<T> type, Function<JsonNode, T> parse) {
        return new StdDeserializer<>(type) {

            private static final long serialVersionUID = 1;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return parse.apply(parser.readValueAsTree());
            }
        };
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
