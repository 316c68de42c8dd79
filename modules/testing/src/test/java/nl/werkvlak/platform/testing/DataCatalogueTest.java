package nl.werkvlak.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import nl.werkvlak.platform.testing.DataCatalogue.Column;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DataCatalogueTest {

    private static final List<String> ANSWERS = List.of(
            "NONE",
            "STAFF",
            "INSIDE",
            "IDENT",
            "CONTACT",
            "BSN",
            "EMPLOY",
            "EDU",
            "EXP",
            "PREF",
            "PLAN",
            "GOAL",
            "ACT",
            "ATTEND",
            "PROGRESS",
            "STRENGTH",
            "CAPACITY",
            "HEALTH",
            "SPECIAL",
            "INCOME",
            "CRIMINAL",
            "DOC",
            "NOTE",
            "RESULT",
            "HOURS");

    private final DataCatalogue catalogue = DataCatalogue.read();

    @Nested
    class Every_column_of_the_schema {

        @Test
        void has_exactly_one_category_or_says_that_it_has_none() throws SQLException {
            assertThat(DataCatalogue.columnsOf(TestDatabase.shared()))
                    .hasSizeGreaterThan(300)
                    .allSatisfy(column -> assertThat(catalogue.categoryOf(column))
                            .as("give %s its line in db/data-categories.csv", column)
                            .isPresent()
                            .get()
                            .isIn(ANSWERS));
        }
    }

    @Nested
    class Every_line_of_the_catalogue {

        @Test
        void names_something_that_is_there() throws SQLException {
            assertThat(catalogue.linesBeside(DataCatalogue.columnsOf(TestDatabase.shared())))
                    .as("lines of db/data-categories.csv about nothing")
                    .isEmpty();
        }
    }

    @Test
    void a_column_that_nobody_thought_of_has_no_category() {
        assertThat(catalogue.categoryOf(new Column("client", "diagnosis", "varchar")))
                .isEmpty();
    }

    @Test
    void the_line_of_a_column_goes_before_that_of_its_table() {
        assertThat(catalogue.categoryOf(new Column("tenant", "contact_name", "varchar")))
                .contains("STAFF");
        assertThat(catalogue.categoryOf(new Column("tenant", "name", "varchar")))
                .contains("NONE");
    }
}
