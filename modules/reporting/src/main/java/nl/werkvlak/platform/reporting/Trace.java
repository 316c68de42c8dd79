package nl.werkvlak.platform.reporting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.legalbasis.DataCategory;

/**
 * How a report explains itself: per category the decision with its bases and reasons, as JSON, and a short code that
 * stands in the foot of the report and leads back to it.
 */
record Trace(String reportNumber, String json, String code) {

    private static final int CODE_BYTES = 5;

    /** Made of the decisions, the versions they were taken with, and the instant. */
    static Trace of(JsonObject decisions, Gate.Versions versions, Instant at, String reportNumber) {
        var json = decisions.toString();
        var digest = sha256(String.join("\n", json, versions.toString(), at.toString(), reportNumber)
                .getBytes(StandardCharsets.UTF_8));
        var code = HexFormat.of().formatHex(digest, 0, CODE_BYTES).toUpperCase(Locale.ROOT);
        return new Trace(reportNumber, json, code.substring(0, CODE_BYTES) + "-" + code.substring(CODE_BYTES));
    }

    static JsonObject decisions(Map<DataCategory, Decision> decisions) {
        var json = Json.createObjectBuilder();
        for (var category : DataCategory.values()) {
            var decision = decisions.get(category);
            if (decision != null) {
                json.add(
                        category.name(),
                        Json.createObjectBuilder()
                                .add("permitted", decision.isPermitted())
                                .add("projection", decision.projection().name())
                                .add(
                                        "bases",
                                        Json.createArrayBuilder(decision.bases().stream()
                                                .map(basis -> basis.number())
                                                .toList()))
                                .add("reasons", Json.createArrayBuilder(names(decision.reasons()))));
            }
        }
        return json.build();
    }

    /**
     * The same, with how many texts of each category stayed inside because of marks that nobody released. They stand
     * beside what was decided, and the code is that of the decisions.
     */
    Trace holding(Map<DataCategory, Integer> heldTexts) {
        if (heldTexts.isEmpty()) {
            return this;
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            var held = Json.createObjectBuilder();
            reader.readObject().forEach((category, decision) -> {
                var texts = heldTexts.get(DataCategory.valueOf(category));
                held.add(
                        category,
                        texts == null
                                ? decision
                                : Json.createObjectBuilder(decision.asJsonObject())
                                        .add("heldTexts", texts)
                                        .build());
            });
            return new Trace(reportNumber, held.build().toString(), code);
        }
    }

    /** The names of the categories that a kept trace permits. */
    static List<String> permittedIn(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream()
                    .filter(entry -> entry.getValue().asJsonObject().getBoolean("permitted"))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }

    private static Collection<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }
}
