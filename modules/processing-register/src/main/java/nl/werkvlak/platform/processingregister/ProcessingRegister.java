package nl.werkvlak.platform.processingregister;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.legalbasis.RecipientKind;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The processing register as it stands, with the retention of each category: what is not declared does not leave.
 *
 * @param retentionMonths months after the end of a trajectory during which data of a category may be disclosed
 */
public record ProcessingRegister(List<RegisterEntry> entries, Map<DataCategory, Integer> retentionMonths) {

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
        var retention = new EnumMap<DataCategory, Integer>(DataCategory.class);
        sql.stream(
                "select category, months from retention_rule",
                row -> retention.put(DataCategory.valueOf(row.text("category").trim()), row.number("months")));
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

    /** Months of retention of a category; nothing for a category without a rule, which is then not disclosed. */
    public @Nullable Integer retentionOf(DataCategory category) {
        return retentionMonths.get(category);
    }
}
