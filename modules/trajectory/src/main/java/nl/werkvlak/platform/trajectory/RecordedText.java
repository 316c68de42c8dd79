package nl.werkvlak.platform.trajectory;

import java.util.Arrays;
import java.util.Optional;
import nl.werkvlak.platform.legalbasis.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * Every free text about a trajectory that can come into a report: where it is kept, and what it is about. Work notes are
 * not among them, because they never leave (N5).
 */
public enum RecordedText {
    JOB_TITLE(DataCategory.EMPLOY, "trajectory", "job_title", 200),
    MAIN_GOAL(DataCategory.GOAL, "trajectory", "main_goal", 500),
    EDUCATION(DataCategory.EDU, "trajectory", "education", 500),
    EXPERIENCE(DataCategory.EXP, "trajectory", "experience", 500),
    PREFERENCE(DataCategory.PREF, "trajectory", "preference", 500),
    GOAL(DataCategory.GOAL, "goal", "description", 500),
    GOAL_NOTE(DataCategory.GOAL, "goal", "note", 500),
    AGREEMENT(DataCategory.PLAN, "agreement", "action", 500),
    CONTACT_SUBJECT(DataCategory.ACT, "contact_moment", "subject", 200),
    APPLIED_FOR(DataCategory.ACT, "job_application", "job", 200),
    EXPLANATION(DataCategory.PROGRESS, "progress", "explanation", 2_000),
    PROGNOSIS(DataCategory.PROGRESS, "progress", "prognosis", 2_000),
    OBSTACLES(DataCategory.PROGRESS, "progress", "obstacles", 2_000),
    ADVICE(DataCategory.PLAN, "progress", "advice", 2_000),
    STRENGTH(DataCategory.STRENGTH, "strength", "description", 500),
    REACTION(DataCategory.PLAN, "concept_preview", "reaction", 500),
    CAPACITY_RUBRIC(DataCategory.CAPACITY, "capacity_statement", "rubric", 120),
    CAPACITY_LIMITATION(DataCategory.CAPACITY, "capacity_statement", "limitation", 1_000),
    CAPACITY_DOCUMENT(DataCategory.CAPACITY, "capacity_statement", "source_document", 120);

    private static final String TRAJECTORY = "trajectory";

    private final DataCategory category;
    private final String table;
    private final String column;
    private final int longest;

    RecordedText(DataCategory category, String table, String column, int longest) {
        this.category = category;
        this.table = table;
        this.column = column;
        this.longest = longest;
    }

    /** The text that is kept in this column, if one is. */
    public static Optional<RecordedText> in(String table, @Nullable String column) {
        return Arrays.stream(values())
                .filter(text -> text.table.equals(table) && text.column.equals(column))
                .findFirst();
    }

    public DataCategory category() {
        return category;
    }

    /** The most characters that fit, however many bytes they take. */
    int longest() {
        return longest;
    }

    /** Where it is sealed with the client's key; nothing when it is not. */
    @Nullable
    String sealedAs() {
        return category == DataCategory.CAPACITY ? table + "." + column : null;
    }

    /** Reads the texts, each with the trajectory it is about, as {@code x} and {@code t}. */
    String select(String where) {
        return "select x.id, x." + column + " content, t.id trajectory_id, t.number, t.client_id, t.coach_id from "
                + table
                + " x join trajectory t on t.tenant_id = x.tenant_id and t.id = x."
                + (table.equals(TRAJECTORY) ? "id" : "trajectory_id")
                + " where x.tenant_id = :tenant and x." + column + " is not null and " + where;
    }

    /** Takes the new text and the id. */
    String update() {
        return "update " + table + " set " + column + " = ?"
                + (table.equals(TRAJECTORY) ? ", version = version + 1" : "") + " where tenant_id = :tenant and id = ?";
    }
}
