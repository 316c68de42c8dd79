package nl.werkvlak.platform.scenarios;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A place in a request where an id can stand, read from the contract, which is held against the code: a new endpoint is in
 * here without anybody asking.
 *
 * @param in path, query or body
 * @param name of the parameter; for a body the way to the field, with dots
 */
record IdPosition(String verb, String path, String in, String name, boolean takesTenant) {

    private static final String SCHEMA = "#/components/schemas/";
    private static final Set<String> PLACES_IN_A_LIST = Set.of("cursor");

    /** Fields that hold an id, though the contract calls them a text. */
    private static final Set<String> NAMES_OF_IDS = Set.of("row");

    static List<IdPosition> allOf(JsonObject contract) {
        var positions = new ArrayList<IdPosition>();
        contract.getJsonObject("paths")
                .forEach((path, verbs) -> verbs.asJsonObject()
                        .forEach((verb, operation) ->
                                collect(contract, path, verb, operation.asJsonObject(), positions)));
        return positions;
    }

    private static void collect(
            JsonObject contract, String path, String verb, JsonObject operation, List<IdPosition> positions) {
        var parameters = operation
                .getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class);
        var takesTenant = parameters.stream()
                .anyMatch(parameter -> parameter.getString("name").equals("tenant"));
        for (var parameter : parameters) {
            var name = parameter.getString("name");
            var in = parameter.getString("in");
            if (in.equals("path") || isId(parameter.getJsonObject("schema")) || PLACES_IN_A_LIST.contains(name)) {
                positions.add(new IdPosition(verb, path, in, name, takesTenant));
            }
        }
        var body = operation.getJsonObject("requestBody");
        if (body != null && body.getJsonObject("content").containsKey("application/json")) {
            var schema = body.getJsonObject("content")
                    .getJsonObject("application/json")
                    .getJsonObject("schema");
            for (var field : idsIn(contract, schema, "")) {
                positions.add(new IdPosition(verb, path, "body", field, takesTenant));
            }
        }
    }

    private static List<String> idsIn(JsonObject contract, JsonObject schema, String way) {
        if (schema.containsKey("$ref")) {
            var name = schema.getString("$ref").substring(SCHEMA.length());
            return idsIn(
                    contract,
                    contract.getJsonObject("components")
                            .getJsonObject("schemas")
                            .getJsonObject(name),
                    way);
        }
        if (isId(schema)) {
            return List.of(way);
        }
        var found = new ArrayList<String>();
        if (schema.containsKey("items")) {
            found.addAll(idsIn(contract, schema.getJsonObject("items"), way));
        }
        schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((name, property) -> {
                    var further = way.isEmpty() ? name : way + "." + name;
                    found.addAll(
                            NAMES_OF_IDS.contains(name)
                                    ? List.of(further)
                                    : idsIn(contract, property.asJsonObject(), further));
                });
        return found;
    }

    private static boolean isId(JsonObject schema) {
        return schema.getString("format", "").equals("uuid");
    }

    String operation() {
        return verb.toUpperCase(Locale.ROOT) + " " + path;
    }

    @Override
    public String toString() {
        return operation() + " " + in + " " + name;
    }
}
