package nl.werkvlak.platform.rendering;

import static nl.werkvlak.platform.legalbasis.DataCategory.ACT;
import static nl.werkvlak.platform.legalbasis.DataCategory.DOC;
import static nl.werkvlak.platform.legalbasis.DataCategory.GOAL;
import static nl.werkvlak.platform.legalbasis.DataCategory.IDENT;
import static nl.werkvlak.platform.legalbasis.Projection.FACTS_ONLY;
import static nl.werkvlak.platform.legalbasis.TextKind.CODE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.werkvlak.platform.legalbasis.Carries;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.legalbasis.TextKind;
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
 * @param applications the jobs that the client applied for since the start, by what came of it
 * @param attendance over the whole course
 */
public record FinalDocument(
        @NoPersonalData DocumentHead head,
        @NoPersonalData String commissionNumber,
        @NoPersonalData @Nullable String coach,
        @NoPersonalData @Nullable String coachPhone,
        @NoPersonalData @Nullable String deputy,

        @Carries(value = IDENT, text = TextKind.NAME) @Nullable
        String contactPerson,

        ProgressDocument.Candidate candidate,
        ProgressDocument.Employment employment,
        ProgressDocument.Plan plan,
        ProgressDocument.Standing standing,
        @Carries(GOAL) @Nullable String mainGoal,
        @Carries(GOAL) List<ProgressDocument.Goal> goals,
        @Carries(value = ACT, atLeast = FACTS_ONLY) List<Activity> activities,
        @Carries(value = ACT, atLeast = FACTS_ONLY) List<Applied> applications,
        ProgressDocument.Attendance attendance,
        ProgressDocument.Result result,
        ProgressDocument.Hours hours,
        @Carries(DOC) List<ProgressDocument.Annex> annexes)
        implements ReportDocument {

    public FinalDocument {
        goals = Parts.of(goals);
        activities = Parts.of(activities);
        applications = Parts.of(applications);
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

    /** How often an application came to this. */
    public record Applied(
            @Carries(value = ACT, atLeast = FACTS_ONLY, text = CODE) @Nullable
            String response,

            @Carries(value = ACT, atLeast = FACTS_ONLY) @Nullable
            Integer times) {}

    /** Of a file that reaches back to the start of the trajectory. */
    public static FinalDocument of(ProgressDocument file) {
        return new FinalDocument(
                file.head(),
                file.commissionNumber(),
                file.coach(),
                file.coachPhone(),
                file.deputy(),
                file.contactPerson(),
                file.candidate(),
                file.employment(),
                file.plan().toBeDone(),
                file.standing(),
                file.mainGoal(),
                file.goals(),
                counted(file.contacts()),
                applied(file.applications()),
                file.attendance(),
                file.result(),
                file.hours(),
                file.annexes());
    }

    private static List<Applied> applied(List<ProgressDocument.Application> applications) {
        Map<String, Long> responses = applications.stream()
                .filter(application -> application.response() != null)
                .collect(Collectors.groupingBy(
                        application -> String.valueOf(application.response()), TreeMap::new, Collectors.counting()));
        return responses.entrySet().stream()
                .map(response -> new Applied(response.getKey(), Math.toIntExact(response.getValue())))
                .toList();
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
