package nl.werkvlak.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which room may use which: any on a lower rung, and none beside it. */
final class Ladder {

    /** Lowest first. Rooms on one rung do not know each other. */
    private static final List<List<String>> RUNGS = List.of(
            List.of("kernel"),
            List.of("tenancy", "freetext"),
            List.of("vault"),
            List.of("security", "legalbasis"),
            List.of("processingregister", "subjectrights"),
            List.of("trajectory"),
            List.of("disclosure"),
            List.of("rendering"),
            List.of("onboarding", "reporting"),
            List.of("persistence"),
            List.of("startup"),
            List.of("api", "web"));

    /** Start the product, or test it: no room uses them, and they use no room. */
    private static final List<String> BESIDE = List.of("launcher", "testing");

    private Ladder() {}

    static Set<String> rooms() {
        var rooms = new TreeSet<>(BESIDE);
        RUNGS.forEach(rooms::addAll);
        return rooms;
    }

    static ArchRule under(String root) {
        var rules = new ArrayList<ArchRule>();
        var forbidden = new ArrayList<String>(BESIDE);
        for (var i = RUNGS.size() - 1; i >= 0; i--) {
            for (var room : RUNGS.get(i)) {
                var others = new ArrayList<>(forbidden);
                RUNGS.get(i).stream().filter(other -> !other.equals(room)).forEach(others::add);
                rules.add(rule(root, room, others));
            }
            forbidden.addAll(RUNGS.get(i));
        }
        RUNGS.forEach(rooms -> rules.add(rule(root, "launcher", rooms)));
        return CompositeArchRule.of(rules).as("A room uses lower rooms only");
    }

    static ArchRule withoutCycles(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("No rooms use each other in a circle");
    }

    private static ArchRule rule(String root, String room, List<String> forbidden) {
        var packages =
                forbidden.stream().map(other -> root + "." + other + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
