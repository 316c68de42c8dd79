package nl.werkvlak.platform.tenancy;

import java.sql.SQLException;
import java.time.Instant;
import nl.werkvlak.platform.kernel.Change;
import org.jspecify.annotations.Nullable;

/**
 * One state of a fact, and who made it so, when and why; it was what the platform knew from that instant on.
 *
 * <p>Nothing is overwritten: a table of facts is system-versioned, so that {@code for system_time all} gives every state
 * that a row ever had. The instants in here say when something was recorded; when it holds, the fact itself says.
 *
 * @param change its instant is the database's own
 * @param until when the next state took its place; absent for what is known now
 */
public record Known<T>(T fact, Change change, @Nullable Instant until) {

    /** To be selected beside the columns of the fact; the end of a state that is still known lies far away. */
    public static final String COLUMNS =
            "row_start known_from, if(row_end > now(6), null, row_end) known_until," + " changed_by, change_reason";

    /** Reads a state of which {@link #COLUMNS} were selected. */
    public static <T> Known<T> read(Sql.Row row, Sql.Reader<T> reader) throws SQLException {
        return new Known<>(
                reader.read(row),
                new Change(row.text("changed_by"), row.instant("known_from"), row.text("change_reason")),
                row.instantOrNull("known_until"));
    }
}
