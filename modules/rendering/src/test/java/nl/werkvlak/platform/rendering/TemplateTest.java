package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private final Template template = new HouseStyle().template("progress/progress.jasper");

    private static List<Row> row(String table, String kind) {
        return List.of(new Row("section", null, table, kind, List.of("text"), List.of()));
    }

    @Test
    void takes_a_row_that_it_has_a_band_for() {
        assertThatCode(() -> template.mustHold(row("goals", "goal"))).doesNotThrowAnyException();
    }

    @Test
    void stops_a_row_that_would_vanish_from_the_page() {
        assertThatIllegalStateException().isThrownBy(() -> template.mustHold(row("", "footnote")));
    }

    @Test
    void stops_a_table_that_would_have_no_head() {
        assertThatIllegalStateException().isThrownBy(() -> template.mustHold(row("annexes", "goal")));
    }
}
