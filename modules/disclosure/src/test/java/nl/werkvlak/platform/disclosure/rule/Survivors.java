package nl.werkvlak.platform.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * After the mutation run of {@code -Pmutation}: each mutant of the rule that no test noticed is explained in {@code
 * survivors.txt}, and each explanation still has its mutant.
 */
class Survivors {

    private static final Path REPORT = Path.of("target/pit-reports/mutations.xml");
    private static final Path EXPLAINED = Path.of("src/test/java/nl/werkvlak/platform/disclosure/rule/survivors.txt");

    /** Noticed: by a test that fails, or by one that does not come to its end. */
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

    @Test
    void are_all_explained_and_nothing_else_is() throws Exception {
        assertThat(survivors()).containsExactlyInAnyOrderElementsOf(explained());
    }

    /** As {@code Class.method: what was changed}; lines are left out, they move. */
    private static List<String> survivors() throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(REPORT.toFile());
        var mutations = document.getElementsByTagName("mutation");
        assertThat(mutations.getLength()).as("mutants").isGreaterThan(100);
        var survivors = new ArrayList<String>();
        for (var i = 0; i < mutations.getLength(); i++) {
            var mutation = (Element) mutations.item(i);
            if (!NOTICED.contains(mutation.getAttribute("status"))) {
                survivors.add(text(mutation, "mutatedClass").replaceAll(".*\\.", "") + "."
                        + text(mutation, "mutatedMethod") + ": " + text(mutation, "description"));
            }
        }
        return survivors;
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> explained() throws IOException {
        return Files.readAllLines(EXPLAINED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
                .toList();
    }
}
