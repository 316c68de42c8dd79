package nl.werkvlak.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String ROOT = "nl.werkvlak.platform";
    private static final JavaClasses HOUSE = House.classes();

    static Stream<ArchRule> rules() {
        return Stream.concat(Stream.of(Ladder.under(ROOT), Ladder.withoutCycles(ROOT)), HouseRules.all().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void hold_everywhere(ArchRule rule) {
        rule.check(HOUSE);
    }

    @Nested
    class Every_room_is_looked_at {

        @Test
        void because_it_was_compiled_before_this_test() {
            var pom = House.text(House.ROOT.resolve("modules/architecture/pom.xml"));

            for (var room : House.rooms()) {
                assertThat(pom)
                        .as("add %s as a dependency to modules/architecture/pom.xml, so that it is built first", room)
                        .contains("<artifactId>" + room.getFileName() + "</artifactId>");
                assertThat(House.classesOf(room)).isDirectory();
                assertThat(HOUSE.containPackage(ROOT + "." + House.packageOf(room)))
                        .as("%s holds the package %s", room, House.packageOf(room))
                        .isTrue();
            }
        }

        @Test
        void and_stands_on_the_ladder() {
            assertThat(Ladder.rooms())
                    .as("give a new room its rung in Ladder")
                    .containsAll(House.rooms().stream().map(House::packageOf).toList());
        }

        @Test
        void and_is_one_flat_package_with_its_own_name() {
            for (var room : House.rooms()) {
                assertThat(new ClassFileImporter()
                                .importPath(House.classesOf(room)).stream()
                                        .map(type -> type.getPackageName())
                                        .distinct())
                        .allSatisfy(
                                name -> assertThat(name + ".").startsWith(ROOT + "." + House.packageOf(room) + "."));
            }
        }
    }
}
