package nl.werkvlak.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing can break keeps nothing: each is broken once, here. */
class OffencesTest {

    private static final String OFFENCES = "nl.werkvlak.platform.architecture.offences";
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(OFFENCES);

    static Stream<ArchRule> rules() {
        return Stream.concat(
                Stream.of(Ladder.under(OFFENCES), Ladder.withoutCycles(OFFENCES)), HouseRules.all().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void are_noticed(ArchRule rule) {
        assertThat(rule.evaluate(OFFENDERS).hasViolation()).isTrue();
    }
}
