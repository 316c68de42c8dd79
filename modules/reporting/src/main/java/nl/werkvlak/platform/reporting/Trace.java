package nl.werkvlak.platform.reporting;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
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
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Projection;

/**
 * How a report explains itself: per category the decision with its bases and reasons, as JSON, and a short code that
 * stands in the foot of the report and leads back to it.
 */
record Trace(String json, String code) {

    private static final int CODE_BYTES = 5;
    private static final String SHOWN = "shown";

    // Looked for once: the library looks through all archives each time it is asked.
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Made of the decisions, the versions they were taken with, and the instant. */
    static Trace of(JsonObject decisions, Gate.Versions versions, Instant at, Edition edition) {
        var json = decisions.toString();
        var digest = sha256(String.join("\n", json, versions.toString(), at.toString(), edition.toString())
                .getBytes(StandardCharsets.UTF_8));
        var code = HexFormat.of().formatHex(digest, 0, CODE_BYTES).toUpperCase(Locale.ROOT);
        return new Trace(json, code.substring(0, CODE_BYTES) + "-" + code.substring(CODE_BYTES));
    }

    static JsonObject decisions(Release release) {
        var json = JSON.createObjectBuilder();
        var decisions = release.decisions();
        for (var category : DataCategory.values()) {
            var decision = decisions.get(category);
            if (decision != null) {
                json.add(
                        category.name(),
                        JSON.createObjectBuilder()
                                .add("permitted", decision.isPermitted())
                                .add("projection", decision.projection().name())
                                .add(SHOWN, JSON.createArrayBuilder(names(release.shown(category))))
                                .add(
                                        "bases",
                                        JSON.createArrayBuilder(decision.bases().stream()
                                                .map(basis -> basis.number())
                                                .toList()))
                                .add("reasons", JSON.createArrayBuilder(names(decision.reasons()))));
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
        try (var reader = JSON.createReader(new StringReader(json))) {
            var held = JSON.createObjectBuilder();
            reader.readObject().forEach((category, decision) -> {
                var texts = heldTexts.get(DataCategory.valueOf(category));
                held.add(
                        category,
                        texts == null
                                ? decision
                                : JSON.createObjectBuilder(decision.asJsonObject())
                                        .add("heldTexts", texts)
                                        .build());
            });
            return new Trace(held.build().toString(), code);
        }
    }

    /** Of a category that both permit, the kept trace shows more: a wider projection, or a part that is not shown now. */
    static boolean showsMore(String json, Release release) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var kept = reader.readObject();
            return release.decisions().entrySet().stream().anyMatch(entry -> {
                var then = kept.getJsonObject(entry.getKey().name());
                return then != null
                        && then.getBoolean("permitted")
                        && entry.getValue().isPermitted()
                        && !(entry.getValue().projection().reaches(Projection.valueOf(then.getString("projection")))
                                && names(release.shown(entry.getKey())).containsAll(shownIn(then)));
            });
        }
    }

    private static List<String> shownIn(JsonObject kept) {
        return kept.containsKey(SHOWN) ? kept.getJsonArray(SHOWN).getValuesAs(JsonString::getString) : List.of();
    }

    /** The names of the categories that a kept trace permits. */
    static List<String> permittedIn(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
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
