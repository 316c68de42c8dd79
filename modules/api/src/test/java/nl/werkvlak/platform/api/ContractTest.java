package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code openapi.json} against the code, both ways: nothing is promised that is not there, or there unpromised. */
class ContractTest {

    private static final JsonObject CONTRACT = contract();

    /** Such as {@code header:Range}. */
    private static final Set<String> HEADERS_WITHOUT_ID = Set.of();

    static Stream<Operation> operations() {
        return Operation.all();
    }

    static Stream<Class<?>> bodies() {
        var bodies = new LinkedHashSet<Class<?>>();
        collect(Problem.class, bodies);
        Operation.all().forEach(operation -> {
            operation.body().ifPresent(body -> collect(body, bodies));
            collect(operation.answers().body(), bodies);
        });
        return bodies.stream();
    }

    @Test
    void the_version_is_the_one_in_the_header() {
        assertThat(CONTRACT.getJsonObject("info").getString("version")).isEqualTo(EdgeFilter.VERSION);
        assertThat(CONTRACT.getJsonArray("servers").getJsonObject(0).getString("url"))
                .isEqualTo(ApiApplication.PATH);
    }

    @Test
    void the_operations_are_the_methods_of_the_resources() {
        var promised = CONTRACT.getJsonObject("paths").entrySet().stream()
                .flatMap(path ->
                        path.getValue().asJsonObject().keySet().stream().map(verb -> verb + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(promised).isEqualTo(operations().map(Operation::toString).collect(Collectors.toSet()));
    }

    @Test
    void the_schemas_are_the_records_that_travel() {
        var promised =
                CONTRACT.getJsonObject("components").getJsonObject("schemas").keySet();
        assertThat(promised).isEqualTo(bodies().map(Class::getSimpleName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_takes_these_parameters(Operation operation) {
        var parameters = promised(operation).getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY);
        assertThat(parameters.asJsonArray().getValuesAs(JsonObject.class))
                .extracting(parameter -> parameter.getString("in") + ":" + parameter.getString("name"))
                .containsExactlyInAnyOrderElementsOf(operation.parameters());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_takes_nothing_that_the_contract_cannot_tell(Operation operation) {
        assertThat(operation.annotationsOfParameters())
                .isSubsetOf(PathParam.class, QueryParam.class, HeaderParam.class, CookieParam.class, Context.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_takes_no_id_in_a_header_or_a_cookie(Operation operation) {
        assertThat(operation.parameters())
                .filteredOn(parameter -> parameter.startsWith("header:") || parameter.startsWith("cookie:"))
                .as("list it when it can hold no id; or else have IsolationIT try it")
                .isSubsetOf(HEADERS_WITHOUT_ID);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_takes_this_body(Operation operation) {
        var body = promised(operation)
                .getOrDefault("requestBody", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject();
        var content = body.getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        assertThat(content.keySet()).isEqualTo(operation.takes());
        operation.body().ifPresent(type -> assertThat(schemaIn(content)).isEqualTo(type.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_answers_with_these_statuses(Operation operation) {
        assertThat(promised(operation).getJsonObject("responses").keySet()).isEqualTo(operation.statuses());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_answers_with_this_body(Operation operation) {
        var success = promised(operation)
                .getJsonObject("responses")
                .getJsonObject(Integer.toString(operation.answers().status()));
        var content = success.getJsonObject("content");
        assertThat(content.keySet()).isEqualTo(operation.gives());
        var body = operation.answers().body();
        if (body != void.class) {
            assertThat(schemaIn(content)).isEqualTo(body.getSimpleName());
        }
        var returned = operation.method().getReturnType();
        if (returned.isRecord()) {
            assertThat(returned).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_open_to_all_only_where_the_contract_says_so(Operation operation) {
        assertThat(promised(operation).containsKey("security")).isEqualTo(operation.isOpen());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_schema_has_the_properties_of_its_record(Class<?> body) {
        var schema =
                CONTRACT.getJsonObject("components").getJsonObject("schemas").getJsonObject(body.getSimpleName());
        var properties = schema.getJsonObject("properties");
        var components = body.getRecordComponents();
        assertThat(properties.keySet())
                .isEqualTo(Arrays.stream(components).map(RecordJson::nameOf).collect(Collectors.toSet()));
        assertThat(texts(schema.getJsonArray("required")))
                .isEqualTo(Arrays.stream(components)
                        .filter(component -> !RecordJson.isOptional(component))
                        .map(RecordJson::nameOf)
                        .collect(Collectors.toSet()));
        for (var component : components) {
            assertThat(typeOf(properties.getJsonObject(RecordJson.nameOf(component))))
                    .as(component.getName())
                    .isEqualTo(typeOf(component.getGenericType()));
        }
    }

    /** A type in one word, from the contract. */
    private static String typeOf(JsonObject schema) {
        if (schema.containsKey("$ref")) {
            return nameIn(schema);
        }
        if (schema.containsKey("enum")) {
            return "one of "
                    + texts(schema.getJsonArray("enum")).stream().sorted().toList();
        }
        return switch (schema.getString("type")) {
            case "array" -> "list of " + typeOf(schema.getJsonObject("items"));
            case "string" ->
                switch (schema.getString("format", "")) {
                    case "uuid" -> "uuid";
                    case "date-time" -> "instant";
                    case "date" -> "day";
                    default -> schema.getString("pattern", "").startsWith("^[0-9]{4}-") ? "month" : "text";
                };
            default -> schema.getString("type");
        };
    }

    /** The same word, from the code. */
    private static String typeOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + typeOf(list.getActualTypeArguments()[0]);
        }
        var known = (Class<?>) type;
        if (known.isEnum()) {
            return "one of "
                    + Arrays.stream(known.getEnumConstants())
                            .map(Object::toString)
                            .sorted()
                            .toList();
        }
        if (known.isRecord()) {
            return known.getSimpleName();
        }
        if (known == UUID.class) {
            return "uuid";
        }
        if (known == Instant.class) {
            return "instant";
        }
        if (known == LocalDate.class) {
            return "day";
        }
        if (known == YearMonth.class) {
            return "month";
        }
        if (known == boolean.class || known == Boolean.class) {
            return "boolean";
        }
        return Set.of(int.class, Integer.class, long.class, Long.class).contains(known) ? "integer" : "text";
    }

    private static JsonObject promised(Operation operation) {
        return CONTRACT.getJsonObject("paths").getJsonObject(operation.path()).getJsonObject(operation.verb());
    }

    private static String schemaIn(JsonObject content) {
        return nameIn(content.values().iterator().next().asJsonObject().getJsonObject("schema"));
    }

    private static String nameIn(JsonObject reference) {
        return reference.getString("$ref").replace("#/components/schemas/", "");
    }

    private static Set<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }

    private static void collect(Class<?> body, Set<Class<?>> into) {
        if (body.isRecord() && into.add(body)) {
            for (RecordComponent component : body.getRecordComponents()) {
                collect(component.getType(), into);
                if (component.getGenericType() instanceof ParameterizedType list) {
                    collect((Class<?>) list.getActualTypeArguments()[0], into);
                }
            }
        }
    }

    private static JsonObject contract() {
        try (var reader = Json.createReader(Objects.requireNonNull(
                ContractResource.class.getResourceAsStream(ContractResource.DOCUMENT), ContractResource.DOCUMENT))) {
            return reader.readObject();
        }
    }
}
