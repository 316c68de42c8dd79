package nl.werkvlak.platform.processingregister;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk of the processing register (verwerkingsregister, regulation art. 6, GDPR 30). An entry is not changed, but ended
 * and followed by another; it begins and ends on a day that lies ahead, so that no decision of the past changes.
 */
@Dependent
public class RegisterEntries {

    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,39}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{3}-[1-9][0-9]{0,3}");
    private static final int LONGEST_TITLE = 200;

    private final DataSource database;
    private final Clock clock;

    @Inject
    public RegisterEntries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The entries, also those that ended or are to come, by id.
     *
     * @param after the id where the page before ended
     */
    public Page<RecordedEntry, String> list(@Nullable String after, int limit) {
        return Transactions.in(
                database,
                connection -> Page.of(
                        read(
                                Sql.ofPlatform(connection),
                                "where id > ? order by id limit ?",
                                after == null ? "" : after,
                                limit + 1),
                        limit,
                        RecordedEntry::id));
    }

    public RecordedEntry get(String id) {
        return Transactions.in(database, connection -> find(Sql.ofPlatform(connection), id))
                .orElseThrow(RegisterEntries::unknown);
    }

    /**
     * Declares processing from a day on; what it replaces ends the day before, in the same act.
     *
     * @throws Refusal naming every field that is wrong; or when the id is taken, or what it replaces has ended already
     */
    public RecordedEntry record(NewEntry entry, String by, String reason) {
        var change = new Change(by, clock.instant(), reason);
        check(entry);
        return Transactions.in(database, connection -> {
            var sql = Sql.ofPlatform(connection);
            var replaced = entry.replaces();
            if (replaced != null) {
                var old = lock(sql, replaced).orElseThrow(() -> Refusal.fields(Map.of("replaces", "not-an-entry")));
                end(sql, old, entry.firstDay().minusDays(1), change);
            }
            if (find(sql, entry.id()).isPresent()) {
                throw Refusal.conflict("entry-exists", "There is an entry with this id; take another id.");
            }
            sql.update(
                    "insert into register_entry (id, version, title, purposes, categories, recipient_kinds, first_day,"
                            + " last_day, replaces, recorded_by, recorded_at, reason)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.id(),
                    entry.version(),
                    entry.title(),
                    Sql.set(entry.purposes()),
                    Sql.set(entry.categories()),
                    Sql.set(entry.recipients()),
                    entry.firstDay(),
                    entry.lastDay(),
                    replaced,
                    change.by(),
                    change.at(),
                    change.reason());
            return find(sql, entry.id()).orElseThrow(RegisterEntries::unknown);
        });
    }

    /** Ends an entry after a day, today at the earliest; from then on nothing leaves that only it declared. */
    public RecordedEntry end(String id, LocalDate lastDay, String by, String reason) {
        var change = new Change(by, clock.instant(), reason);
        return Transactions.in(database, connection -> {
            var sql = Sql.ofPlatform(connection);
            var entry = lock(sql, id).orElseThrow(RegisterEntries::unknown);
            if (lastDay.isBefore(Period.dayOf(change.at()))) {
                throw Refusal.fields(Map.of("lastDay", "in-the-past"));
            }
            end(sql, entry, lastDay, change);
            return find(sql, id).orElseThrow(RegisterEntries::unknown);
        });
    }

    private static void end(Sql sql, RecordedEntry entry, LocalDate lastDay, Change change) throws SQLException {
        var known = entry.lastDay();
        if (entry.endedBy() != null || (known != null && known.isBefore(lastDay))) {
            throw Refusal.conflict("entry-ended", "The end of this entry is known already; record another entry.");
        }
        if (lastDay.isBefore(entry.firstDay())) {
            throw Refusal.conflict("end-before-start", "An entry cannot end before its first day.");
        }
        sql.update(
                "update register_entry set last_day = ?, ended_by = ?, ended_at = ?, end_reason = ? where id = ?",
                lastDay,
                change.by(),
                change.at(),
                change.reason(),
                entry.id());
    }

    private void check(NewEntry entry) {
        var wrong = new TreeMap<String, String>();
        if (!ID.matcher(entry.id()).matches()) {
            wrong.put("id", "not-an-entry-id");
        }
        if (!VERSION.matcher(entry.version()).matches()) {
            wrong.put("version", "not-a-version");
        }
        if (entry.title().isBlank()) {
            wrong.put("title", "missing");
        } else if (entry.title().length() > LONGEST_TITLE) {
            wrong.put("title", "too-long");
        }
        if (entry.purposes().isEmpty()) {
            wrong.put("purposes", "missing");
        }
        if (entry.categories().isEmpty()) {
            wrong.put("categories", "missing");
        }
        if (entry.recipients().isEmpty()) {
            wrong.put("recipientKinds", "missing");
        }
        if (!entry.firstDay().isAfter(Period.dayOf(clock.instant()))) {
            wrong.put("firstDay", "not-in-the-future");
        }
        var lastDay = entry.lastDay();
        if (lastDay != null && lastDay.isBefore(entry.firstDay())) {
            wrong.put("lastDay", "end-before-start");
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
    }

    private static Refusal unknown() {
        return Refusal.unknown("register-entry", "There is no such entry in the processing register.");
    }

    private static Optional<RecordedEntry> find(Sql sql, String id) throws SQLException {
        return read(sql, "where id = ?", id).stream().findFirst();
    }

    private static Optional<RecordedEntry> lock(Sql sql, String id) throws SQLException {
        return read(sql, "where id = ? for update", id).stream().findFirst();
    }

    private static List<RecordedEntry> read(Sql sql, String which, Object... arguments) throws SQLException {
        return sql.query(
                "select id, version, title, purposes, categories, recipient_kinds, first_day, last_day, replaces,"
                        + " recorded_by, recorded_at, reason, ended_by, ended_at, end_reason from register_entry "
                        + which,
                row -> new RecordedEntry(
                        row.text("id"),
                        row.text("version"),
                        row.text("title"),
                        row.set("purposes", Purpose.class),
                        row.set("categories", DataCategory.class),
                        row.set("recipient_kinds", RecipientKind.class),
                        row.day("first_day"),
                        row.dayOrNull("last_day"),
                        row.textOrNull("replaces"),
                        row.text("recorded_by"),
                        row.instantOrNull("recorded_at"),
                        row.text("reason"),
                        row.textOrNull("ended_by"),
                        row.instantOrNull("ended_at"),
                        row.textOrNull("end_reason")),
                arguments);
    }
}
