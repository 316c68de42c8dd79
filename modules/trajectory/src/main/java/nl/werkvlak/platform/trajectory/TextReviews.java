package nl.werkvlak.platform.trajectory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.werkvlak.platform.freetext.Mark;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.trajectory.RecordedTextStore.Recorded;
import nl.werkvlak.platform.trajectory.TextReview.Decision;
import nl.werkvlak.platform.vault.DataKey;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The desk where marked texts wait: a second person releases one, or somebody rewrites it, with a reason. Until then no
 * report shows it.
 *
 * <p>Reviews are only ever added. What stood there before a rewriting is not kept: it is mostly what should never have
 * been written down, and the digest tells who still has the text that it was this one.
 */
@Dependent
public class TextReviews {

    private static final String REASON = "text_review.reason";

    private final DataSource database;
    private final Vault vault;
    private final TextGuard guard;

    @Inject
    public TextReviews(DataSource database, Vault vault) {
        this(database, vault, TextGuard.shipped());
    }

    TextReviews(DataSource database, Vault vault, TextGuard guard) {
        this.database = database;
        this.vault = vault;
        this.guard = guard;
    }

    /** A place in the list of waiting texts. */
    public record Place(RecordedText field, UUID row) {}

    /**
     * A page of the texts of a tenant that wait.
     *
     * @param next where the next page begins; null when this is the last one
     */
    public record Page(List<WaitingText> texts, @Nullable Place next) {}

    /**
     * The marked texts of a tenant that nobody reviewed, by kind.
     *
     * @throws Refusal when there is no such tenant, or when the coach who asks does not work for it
     */
    public Page waiting(TenantId tenant, Reviewer reviewer, @Nullable Place after, int limit) {
        return Transactions.in(database, connection -> {
            demandTenant(connection, tenant, reviewer);
            var found = waiting(connection, tenant, reviewer, after, limit + 1);
            if (found.size() <= limit) {
                return new Page(List.copyOf(found), null);
            }
            var last = found.get(limit - 1);
            return new Page(List.copyOf(found.subList(0, limit)), new Place(last.field(), last.row()));
        });
    }

    private static void demandTenant(Connection connection, TenantId tenant, Reviewer reviewer) throws SQLException {
        var sql = Sql.ofTenant(connection, tenant);
        var known = reviewer.coach() == null
                ? sql.query("select 1 from tenant where id = :tenant", row -> true)
                : sql.query(
                        "select 1 from trajectory where tenant_id = :tenant and coach_id = ? limit 1",
                        row -> true,
                        reviewer.coach());
        if (known.isEmpty()) {
            throw Refusal.unknown("tenant", "There is no such tenant.");
        }
    }

    private List<WaitingText> waiting(
            Connection connection, TenantId tenant, Reviewer reviewer, @Nullable Place after, int most)
            throws SQLException {
        var sql = Sql.ofTenant(connection, tenant);
        var cleared = TextClearances.ofTenant(sql, vault);
        var texts = new RecordedTextStore(connection, tenant, vault);
        var rewritten = rewrittenBy(sql, reviewer);
        var found = new ArrayList<WaitingText>();
        for (var field : RecordedText.values()) {
            if (after != null && field.compareTo(after.field()) < 0) {
                continue;
            }
            var from = after != null && field == after.field() ? after.row() : null;
            for (var portion = texts.after(field, from); !portion.isEmpty(); ) {
                for (var text : portion) {
                    var open = open(text, cleared);
                    if (!open.isEmpty()) {
                        found.add(waiting(text, open, reviewer, rewritten));
                    }
                    if (found.size() == most) {
                        return found;
                    }
                }
                from = portion.get(portion.size() - 1).row();
                portion = texts.after(field, from);
            }
        }
        return found;
    }

    private WaitingText waiting(Recorded text, List<Mark> open, Reviewer reviewer, Set<UUID> rewritten) {
        return new WaitingText(
                text.field(),
                text.row(),
                text.trajectory(),
                text.number(),
                text.text(),
                seen(text),
                open,
                !text.coach().equals(reviewer.coach()) && !rewritten.contains(text.row()));
    }

    private List<Mark> open(Recorded text, TextClearances cleared) {
        return cleared.open(text.trajectory(), text.field().category(), text.text(), guard.marks(text.text()));
    }

    private byte[] digest(Recorded text) {
        return TextClearances.digest(vault, text.trajectory(), text.field().category(), text.text());
    }

    private String seen(Recorded text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /**
     * Decides about a text, and remembers who did, when and why.
     *
     * @return what is still marked in the text that stands there now, and waits
     * @throws Refusal when there is no such text, when it is not the one that was read, when it does not wait, and when
     *     its own coach or its author releases it
     */
    public List<Mark> review(TenantId tenant, Reviewer reviewer, TextReview review, Change change) {
        return Transactions.in(database, connection -> {
            demandTenant(connection, tenant, reviewer);
            var text = new RecordedTextStore(connection, tenant, vault)
                    .held(review.field(), review.row())
                    .orElseThrow(() -> Refusal.unknown("text", "There is no such text."));
            var open =
                    open(text, TextClearances.of(Sql.ofTenant(connection, tenant), vault, List.of(text.trajectory())));
            demandSame(text, review, open);
            var keys = vault.keysFor(connection, tenant, Set.of(text.client()));
            var key = keys.get(text.client());
            if (key == null) {
                throw Refusal.unknown("text", "There is no such text.");
            }
            if (review.decision() == Decision.RELEASED) {
                demandSecond(connection, tenant, text, reviewer);
                keep(connection, tenant, text, open, review, change, key);
                return List.of();
            }
            var written = rewrite(connection, tenant, text, review, key);
            keep(connection, tenant, text, open, review, change, key);
            return guard.marks(written);
        });
    }

    private void demandSame(Recorded text, TextReview review, List<Mark> open) {
        if (!seen(text).equals(review.seen())) {
            throw Refusal.conflict("text-changed", "The text was changed since it was read; read it again.");
        }
        if (open.isEmpty()) {
            throw Refusal.conflict("text-not-waiting", "Nothing in this text waits for a review.");
        }
    }

    private static void demandSecond(Connection connection, TenantId tenant, Recorded text, Reviewer reviewer)
            throws SQLException {
        if (text.coach().equals(reviewer.coach())
                || rewrittenBy(Sql.ofTenant(connection, tenant), reviewer).contains(text.row())) {
            throw Refusal.forbidden(
                    "not-a-second-person",
                    "Let somebody release this text who neither wrote it nor coaches its client.");
        }
    }

    /** The rows in which somebody rewrote a text: who did that is its author. */
    private static Set<UUID> rewrittenBy(Sql sql, Reviewer reviewer) throws SQLException {
        return sql
                .query(
                        "select row_id from text_review where tenant_id = :tenant and decision = 'REWRITTEN'"
                                + " and reviewed_by = ?",
                        row -> row.uuid("row_id"),
                        reviewer.id())
                .stream()
                .collect(Collectors.toSet());
    }

    private static String rewrite(Connection connection, TenantId tenant, Recorded text, TextReview review, DataKey key)
            throws SQLException {
        var written = review.text() == null ? "" : review.text().strip();
        if (written.isEmpty()) {
            throw Refusal.fields(Map.of("text", "missing"));
        }
        if (written.codePointCount(0, written.length()) > text.field().longest()) {
            throw Refusal.fields(Map.of("text", "too-long"));
        }
        if (written.equals(text.text())) {
            throw Refusal.conflict("text-not-changed", "This is the text that stands there already.");
        }
        var place = text.field().sealedAs();
        Sql.ofTenant(connection, tenant)
                .update(text.field().update(), place == null ? written : key.seal(written, place), text.row());
        return written;
    }

    private void keep(
            Connection connection,
            TenantId tenant,
            Recorded text,
            List<Mark> open,
            TextReview review,
            Change change,
            DataKey key)
            throws SQLException {
        Sql.ofTenant(connection, tenant)
                .update(
                        "insert into text_review (tenant_id, id, trajectory_id, field, row_id, decision, digest, spans,"
                                + " words_version, reason, reviewed_by, reviewed_at)"
                                + " values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        UUID.randomUUID(),
                        text.trajectory(),
                        text.field(),
                        text.row(),
                        review.decision(),
                        digest(text),
                        TextClearances.spans(open),
                        guard.version(),
                        key.seal(change.reason(), REASON),
                        change.by(),
                        change.at());
    }
}
