package nl.werkvlak.platform.trajectory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.freetext.Mark;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Which marked texts of one tenant a second person released. A release is for the exact text, about one trajectory, in one
 * category, and for the places that were marked when it was read: an edit voids it, and so does a word that a list learned
 * later.
 */
public final class TextClearances {

    private final @Nullable Vault vault;

    /** By the digest of the text, what was marked in it when it was released. */
    private final Map<String, List<Span>> released;

    /** By the digest of the text, how often it was reviewed. */
    private final Map<String, Integer> reviews;

    private TextClearances(@Nullable Vault vault, Map<String, List<Span>> released, Map<String, Integer> reviews) {
        this.vault = vault;
        this.released = released;
        this.reviews = reviews;
    }

    /** A marked place that somebody judged. */
    private record Span(int from, int to) {

        static Span of(String text) {
            var ends = text.split("-", 2);
            return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }

        boolean holds(Mark mark) {
            return from <= mark.from() && mark.to() <= to;
        }
    }

    /** Nothing was released. */
    public static TextClearances none() {
        return new TextClearances(null, Map.of(), Map.of());
    }

    /** Those about these trajectories, in one statement. */
    public static TextClearances of(Sql sql, Vault vault, Collection<UUID> trajectories) throws SQLException {
        return load(sql, vault, " and trajectory_id in (?)", trajectories);
    }

    /** For who holds no text, and only wants to know whether one {@link #wasReviewed}. */
    public static TextClearances of(Sql sql, Collection<UUID> trajectories) throws SQLException {
        return load(sql, null, " and trajectory_id in (?)", trajectories);
    }

    /** All those of a tenant. */
    static TextClearances ofTenant(Sql sql, Vault vault) throws SQLException {
        return load(sql, vault, "");
    }

    private static TextClearances load(Sql sql, @Nullable Vault vault, String which, @Nullable Object... arguments)
            throws SQLException {
        var released = new HashMap<String, List<Span>>();
        var reviews = new HashMap<String, Integer>();
        sql.stream(
                "select digest, decision = 'RELEASED' is_release, spans from text_review where tenant_id = :tenant"
                        + which,
                row -> {
                    var digest = HexFormat.of().formatHex(Objects.requireNonNull(row.bytes("digest")));
                    reviews.merge(digest, 1, Integer::sum);
                    if (row.flag("is_release")) {
                        released.computeIfAbsent(digest, any -> new ArrayList<>())
                                .addAll(Arrays.stream(row.text("spans").split(",", -1))
                                        .map(Span::of)
                                        .toList());
                    }
                },
                arguments);
        return new TextClearances(vault, released, reviews);
    }

    /** The marks of a text that nobody released yet. */
    public List<Mark> open(UUID trajectory, DataCategory category, String text, List<Mark> marks) {
        if (released.isEmpty() || vault == null || marks.isEmpty()) {
            return marks;
        }
        var spans = released.getOrDefault(
                HexFormat.of().formatHex(digest(vault, trajectory, category, text)), List.<Span>of());
        return marks.stream()
                .filter(mark -> spans.stream().noneMatch(span -> span.holds(mark)))
                .toList();
    }

    /** A text that stays inside, by what of it may be kept. */
    public HeldText held(UUID trajectory, DataCategory category, String text) {
        // A text about many is nobody's to review.
        var digest = vault == null ? "" : HexFormat.of().formatHex(digest(vault, trajectory, category, text));
        return new HeldText(digest, reviews.getOrDefault(digest, 0));
    }

    /** It was reviewed once more since it was held. */
    public boolean wasReviewed(HeldText text) {
        return reviews.getOrDefault(text.digest(), 0) > text.reviews();
    }

    /** Tells whether it is the same text, about the same trajectory, in the same category; and nothing else to anybody. */
    static byte[] digest(Vault vault, UUID trajectory, DataCategory category, String text) {
        return vault.fingerprint("text-review:" + trajectory + ":" + category + ":" + text);
    }

    /** The marked places, as a review keeps them: without a word, and without what it is about. */
    static String spans(List<Mark> marks) {
        return marks.stream()
                .map(mark -> mark.from() + "-" + mark.to())
                .distinct()
                .collect(Collectors.joining(","));
    }
}
