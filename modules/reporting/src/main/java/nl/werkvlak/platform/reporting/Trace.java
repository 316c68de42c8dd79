package nl.werkvlak.platform.reporting;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.Gate;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Projection;
import nl.werkvlak.platform.trajectory.HeldText;

/**
 * How a report explains itself: per category the decision with its bases and reasons, as JSON, and a short code that
 * stands in the foot of the report and leads back to it.
 */
record Trace(String json, String code) {

    private static final int CODE_BYTES = 5;
    private static final String SHOWN = "shown";
    private static final String PIECES = "pieces";
    private static final String AWAITING = "awaiting";
    private static final String HELD_TEXTS = "heldTexts";

    // Looked for once: the library looks through all archives each time it is asked.
    static final JsonProvider JSON = JsonProvider.provider();

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
                                .add(PIECES, JSON.createArrayBuilder(pieces(release, category)))
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
     * The same, with how many texts of each category stayed inside because of marks that nobody released, and by what to
     * know that one of them was reviewed. They stand beside what was decided, and the code is that of the decisions.
     */
    Trace holding(Map<DataCategory, List<HeldText>> heldTexts) {
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
                                        .add(HELD_TEXTS, texts.size())
                                        .add(AWAITING, awaiting(texts))
                                        .build());
            });
            return new Trace(held.build().toString(), code);
        }
    }

    private static JsonObjectBuilder awaiting(List<HeldText> texts) {
        var json = JSON.createObjectBuilder();
        texts.forEach(text -> json.add(text.digest(), text.reviews()));
        return json;
    }

    /** How many marked texts of each category stayed inside when a trace was made. */
    static Map<DataCategory, Integer> heldTextsIn(String json) {
        var held = new EnumMap<DataCategory, Integer>(DataCategory.class);
        try (var reader = JSON.createReader(new StringReader(json))) {
            reader.readObject().forEach((category, decision) -> {
                var texts = decision.asJsonObject().getInt(HELD_TEXTS, 0);
                if (texts > 0) {
                    held.put(DataCategory.valueOf(category), texts);
                }
            });
        }
        return held;
    }

    /** The marked texts that stayed inside when a kept trace was made. */
    static List<HeldText> heldIn(String json) {
        var held = new ArrayList<HeldText>();
        try (var reader = JSON.createReader(new StringReader(json))) {
            for (var decision : reader.readObject().values()) {
                var awaiting = decision.asJsonObject().getJsonObject(AWAITING);
                if (awaiting != null) {
                    awaiting.keySet().forEach(digest -> held.add(new HeldText(digest, awaiting.getInt(digest))));
                }
            }
        }
        return held;
    }

    /**
     * Of a category that both permit, the kept trace shows more: a wider projection, or a part or a single piece that is
     * not shown now.
     */
    static boolean showsMore(String json, Release release) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var kept = reader.readObject();
            return release.decisions().entrySet().stream().anyMatch(entry -> {
                var then = kept.getJsonObject(entry.getKey().name());
                return then != null
                        && then.getBoolean("permitted")
                        && entry.getValue().isPermitted()
                        && !(entry.getValue().projection().reaches(Projection.valueOf(then.getString("projection")))
                                // Of a trace that does not tell, nobody knows: it may show more.
                                && then.containsKey(SHOWN)
                                && then.containsKey(PIECES)
                                && names(release.shown(entry.getKey())).containsAll(textsIn(then, SHOWN))
                                && pieces(release, entry.getKey()).containsAll(textsIn(then, PIECES)));
            });
        }
    }

    private static List<String> textsIn(JsonObject kept, String name) {
        return kept.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static List<String> pieces(Release release, DataCategory category) {
        return release.pieces(category).stream().map(UUID::toString).sorted().toList();
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
