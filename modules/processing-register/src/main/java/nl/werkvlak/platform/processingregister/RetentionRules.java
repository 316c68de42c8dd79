package nl.werkvlak.platform.processingregister;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Change;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;

/** The desk of the retention of each category: a rule is followed by another from a day that lies ahead, and never changed. */
@Dependent
public class RetentionRules {

    private static final int LONGEST_MONTHS = 1_200;
    private static final int LONGEST_SOURCE = 200;

    private final DataSource database;
    private final Clock clock;

    @Inject
    public RetentionRules(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All rules, also those that were followed by another or are to come; by category, the latest first day first. */
    public List<RetentionRule> all() {
        return Transactions.in(database, connection -> read(Sql.ofPlatform(connection)));
    }

    /**
     * Records a rule that counts from a day on.
     *
     * @throws Refusal naming every field that is wrong; or when the category has a rule from this day on already
     */
    public RetentionRule record(
            DataCategory category, LocalDate firstDay, int months, String source, String by, String reason) {
        var change = new Change(by, clock.instant(), reason);
        var wrong = new TreeMap<String, String>();
        if (!firstDay.isAfter(Period.dayOf(change.at()))) {
            wrong.put("firstDay", "not-in-the-future");
        }
        if (months < 1 || months > LONGEST_MONTHS) {
            wrong.put("months", "not-a-retention");
        }
        if (source.isBlank()) {
            wrong.put("source", "missing");
        } else if (source.length() > LONGEST_SOURCE) {
            wrong.put("source", "too-long");
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        var rule = new RetentionRule(category, firstDay, months, source, change.by(), change.at(), change.reason());
        return Transactions.in(database, connection -> {
            try {
                Sql.ofPlatform(connection)
                        .update(
                                "insert into retention_rule (category, first_day, months, source, recorded_by,"
                                        + " recorded_at, reason) values (?, ?, ?, ?, ?, ?, ?)",
                                rule.category(),
                                rule.firstDay(),
                                rule.months(),
                                rule.source(),
                                rule.recordedBy(),
                                rule.recordedAt(),
                                rule.reason());
            } catch (SQLException e) {
                if (!Transactions.isDuplicate(e)) {
                    throw e;
                }
                throw Refusal.conflict(
                        "retention-exists", "This category has a rule from this day on already; take another day.");
            }
            return rule;
        });
    }

    static List<RetentionRule> read(Sql sql) throws SQLException {
        return sql.query(
                "select category, first_day, months, source, recorded_by, recorded_at, reason from retention_rule"
                        + " order by category, first_day desc",
                row -> new RetentionRule(
                        DataCategory.valueOf(row.text("category").trim()),
                        row.day("first_day"),
                        row.number("months"),
                        row.text("source"),
                        row.text("recorded_by"),
                        row.instantOrNull("recorded_at"),
                        row.text("reason")));
    }
}
