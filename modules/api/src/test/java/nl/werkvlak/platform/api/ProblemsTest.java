package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import nl.werkvlak.platform.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

    private static final String INCIDENT = "incident-1";

    private final Problems dutch = new Problems(Language.DUTCH);
    private final Problems english = new Problems(Language.ENGLISH);

    @Nested
    class Something_unknown {

        @Test
        void reads_the_same_whatever_it_is_and_whoevers_it_is() {
            var ours = dutch.of(Refusal.unknown("report", "There is no such report."), INCIDENT);
            var theirs = dutch.of(Refusal.unknown("import", "Another tenant has it."), "incident-2");
            assertThat(RecordJson.write(ours)).isEqualTo(RecordJson.write(theirs));
            assertThat(ours).isEqualTo(dutch.ofStatus(404));
        }
    }

    @Nested
    class A_refusal {

        @Test
        void is_told_in_the_language_that_is_asked_for() {
            var refusal = Refusal.rule("period-not-over", "This month is not over yet.");
            assertThat(dutch.of(refusal, INCIDENT).detail()).startsWith("Deze maand is nog niet voorbij");
            assertThat(english.of(refusal, INCIDENT).detail()).isEqualTo("This month is not over yet.");
        }

        @Test
        void about_fields_names_each_of_them() {
            var problem =
                    english.of(Refusal.fields(Map.of("reason", "missing", "cells[3]", "unknown-choice")), INCIDENT);
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo("bad-input");
            assertThat(problem.errors()).extracting(FieldError::field).containsExactly("cells[3]", "reason");
        }

        @Test
        void because_of_a_field_keeps_its_own_code_and_names_the_field() {
            var problem = english.of(
                    Refusal.conflict("number-taken", "There is a basis with this number already.")
                            .at("number"),
                    INCIDENT);
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.code()).isEqualTo("number-taken");
            assertThat(problem.errors())
                    .containsExactly(
                            new FieldError("number", "number-taken", "There is a basis with this number already."));
        }

        @Test
        void because_of_a_field_that_names_nothing_here_tells_no_more_than_that() {
            var problem = english.of(
                    Refusal.unknown("client", "There is no such client.").at("client"), INCIDENT);
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.code()).isEqualTo("not-found");
            assertThat(problem.errors())
                    .containsExactly(new FieldError("client", "unknown", "There is no such thing here."));
        }

        @Test
        void that_nobody_translated_is_told_in_english() {
            var problem = dutch.of(Refusal.conflict("brand-new", "It is brand-new."), INCIDENT);
            assertThat(problem.detail()).isEqualTo("It is brand-new.");
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.type()).isEqualTo("urn:werkvlak:problem:brand-new");
        }
    }

    @Nested
    class An_error_of_ours {

        private final IllegalStateException error =
                new IllegalStateException("Jan Jansen", new IllegalArgumentException("123456782"));

        @Test
        void tells_an_incident_and_nothing_else() {
            var problem = dutch.of(error, INCIDENT);
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.incident()).isEqualTo(INCIDENT);
            assertThat(RecordJson.write(problem))
                    .asString()
                    .doesNotContain("Jansen")
                    .doesNotContain("Exception");
        }

        @Test
        void is_logged_by_type_and_place_without_its_messages() {
            assertThat(Incident.described(error))
                    .contains("IllegalStateException")
                    .contains("IllegalArgumentException")
                    .contains("ProblemsTest")
                    .doesNotContain("Jansen")
                    .doesNotContain("123456782");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                       | DUTCH",
                "nl-BE,nl;q=0.9,en;q=0.8 | DUTCH",
                "en                      | ENGLISH",
                "en-GB,nl;q=0.5          | ENGLISH",
                "fr,en;q=0.5             | ENGLISH",
                "fr                      | DUTCH",
                "*                       | DUTCH",
                ";;;                     | DUTCH"
            })
    void the_language_is_dutch_unless_english_is_preferred(String header, Language language) {
        assertThat(Language.preferredBy(header)).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_status_and_every_field_error_has_words(Language language) {
        var other = ResourceBundle.getBundle("nl.werkvlak.platform.api.Problems", Locale.ENGLISH);
        assertThat(other.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(language.words(key, "")).isNotEmpty());
    }
}
