package nl.werkvlak.platform.processingregister;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;

/**
 * The processing register as it stands, with the retention of each category: what is not declared does not leave.
 *
 * @param retentionMonths months after the end of a trajectory during which data of a category may be disclosed; of each
 *     rule from the instant on which it comes into force
 */
public record ProcessingRegister(
        List<RegisterEntry> entries, Map<DataCategory, NavigableMap<Instant, Integer>> retentionMonths) {

    /** Reads the register; one statement for the entries and one for the retention. */
    public static ProcessingRegister load(Sql sql) throws SQLException {
        var entries = sql.query(
                "select id, version, purposes, categories, recipient_kinds, first_day, last_day from register_entry"
                        + " order by id",
                row -> new RegisterEntry(
                        row.text("id"),
                        row.text("version"),
                        row.set("purposes", Purpose.class),
                        row.set("categories", DataCategory.class),
                        row.set("recipient_kinds", RecipientKind.class),
                        Period.ofDays(row.day("first_day"), row.dayOrNull("last_day"))));
        var retention = new EnumMap<DataCategory, NavigableMap<Instant, Integer>>(DataCategory.class);
        sql.stream(
                "select category, first_day, months from retention_rule",
                row -> retention
                        .computeIfAbsent(
                                DataCategory.valueOf(row.text("category").trim()), category -> new TreeMap<>())
                        .put(Period.startOf(row.day("first_day")), row.number("months")));
        return new ProcessingRegister(entries, retention);
    }

    /** When an entry holds the purpose, the category and the kind of recipient. */
    public List<Period> declarations(Purpose purpose, DataCategory category, RecipientKind recipient) {
        return entries.stream()
                .filter(entry -> entry.declares(purpose, category, recipient))
                .map(RegisterEntry::period)
                .toList();
    }

    /** The versions in force, for the trace of a report. */
    public String version(Instant at) {
        return entries.stream()
                .filter(entry -> entry.period().holds(at))
                .map(RegisterEntry::version)
                .max(String::compareTo)
                .orElse("-");
    }

    /** Months of retention of a category at an instant; none without a rule, so that it ends with the trajectory. */
    public int retentionOf(DataCategory category, Instant at) {
        var rule = rulesOf(category).floorEntry(at);
        return rule == null ? 0 : rule.getValue();
    }

    /** Months of retention of a category, from each instant on at which a rule of it comes into force. */
    public NavigableMap<Instant, Integer> rulesOf(DataCategory category) {
        return retentionMonths.getOrDefault(category, Collections.emptyNavigableMap());
    }
}
