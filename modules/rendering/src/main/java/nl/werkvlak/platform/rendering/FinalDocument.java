package nl.werkvlak.platform.rendering;

import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.DOC;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.Projection.FACTS_ONLY;
import static nl.werkvlak.platform.legalbasis.TextKind.CODE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import org.jspecify.annotations.Nullable;

/**
 * The content of a final report (eindrapportage): one trajectory that ended, over its whole course.
 *
 * <p>It goes by the same cells of the matrix as a progress report, and its parts are the same; contacts are counted here
 * and not told one by one.
 *
 * @param commissionNumber the number of the opdracht
 * @param coach the name of Werkvlak's coach
 * @param plan with the agreements that are still open: what is left to be done
 * @param standing the last judgement: what the coach advises, and every measurement since the start
 * @param activities what was done since the start, by kind
 * @param attendance over the whole course
 */
public record FinalDocument(
        @NoPersonalData DocumentHead head,
        @NoPersonalData String commissionNumber,
        @NoPersonalData @Nullable String coach,
        ProgressDocument.Candidate candidate,
        ProgressDocument.Plan plan,
        ProgressDocument.Standing standing,
        @Carries(GOAL) @Nullable String mainGoal,
        @Carries(GOAL) List<ProgressDocument.Goal> goals,
        @Carries(value = ACT, atLeast = FACTS_ONLY) List<Activity> activities,
        ProgressDocument.Attendance attendance,
        ProgressDocument.Result result,
        ProgressDocument.Hours hours,
        @Carries(DOC) List<ProgressDocument.Annex> annexes)
        implements ReportDocument {

    public FinalDocument {
        goals = Parts.of(goals);
        activities = Parts.of(activities);
        annexes = Parts.of(annexes);
    }

    /** How often something was done, and how long it took together. */
    public record Activity(
            @Carries(value = ACT, atLeast = FACTS_ONLY, text = CODE) @Nullable
            String kind,

            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            Integer times,

            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            Integer minutes) {}

    /** Of a file that reaches back to the start of the trajectory. */
    public static FinalDocument of(ProgressDocument file) {
        return new FinalDocument(
                file.head(),
                file.commissionNumber(),
                file.coach(),
                file.candidate(),
                file.plan().toBeDone(),
                file.standing(),
                file.mainGoal(),
                file.goals(),
                counted(file.contacts()),
                file.attendance(),
                file.result(),
                file.hours(),
                file.annexes());
    }

    private static List<Activity> counted(List<ProgressDocument.Contact> contacts) {
        Map<String, List<ProgressDocument.Contact>> kinds = contacts.stream()
                .filter(contact -> contact.kind() != null)
                .collect(Collectors.groupingBy(
                        contact -> String.valueOf(contact.kind()), TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> new Activity(
                        kind.getKey(),
                        kind.getValue().size(),
                        kind.getValue().stream()
                                .mapToInt(contact -> contact.minutes() == null ? 0 : contact.minutes())
                                .sum()))
                .toList();
    }

    @Override
    public String toString() {
        return "FinalDocument[" + head.reportNumber() + "]";
    }
}
