package nl.werkvlak.platform.trajectory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed on for a trajectory that somebody does (afspraak): a next action, and later whether it was done. Neither
 * done nor dropped it is open.
 *
 * @param action what is to be done; a free text about a person, so it passes the guard before it leaves
 * @param due by when, if a day was agreed on
 * @param droppedOn when it was decided that it need not be done any more
 */
public record Agreement(
        UUID id,
        UUID trajectory,
        LocalDate agreedOn,
        String action,
        Actor actor,
        @Nullable LocalDate due,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate droppedOn) {

    /** Who does it; a closed list, so that no doctor or relative comes to stand in a report. */
    public enum Actor {
        CLIENT,
        COACH,
        /** The tenant that commissioned the trajectory. */
        OPDRACHTGEVER,
        /** Where the client works, or is to work, when that is not the tenant. */
        WERKGEVER
    }

    public boolean isOpen() {
        return doneOn == null && droppedOn == null;
    }

    @Override
    public String toString() {
        return "Agreement[" + id + "]";
    }
}
