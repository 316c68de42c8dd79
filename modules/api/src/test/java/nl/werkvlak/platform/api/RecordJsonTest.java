package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.werkvlak.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {

    record Asked(String name, @Nullable Role role, @Nullable YearMonth period) {}

    @Nested
    class A_body {

        @Test
        void becomes_a_record() throws IOException {
            assertThat(read("{'name':'A','role':'COACH','period':'2026-10'}"))
                    .isEqualTo(new Asked("A", Role.COACH, YearMonth.of(2026, 10)));
        }

        @Test
        void may_leave_out_what_is_optional() throws IOException {
            assertThat(read("{'name':'A','role':null}")).isEqualTo(new Asked("A", null, null));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                delimiter = '|',
                value = {
                    "{}                                 | name   | missing",
                    "{'name':null}                      | name   | missing",
                    "{'name':1}                         | name   | wrong-type",
                    "{'name':['A']}                     | name   | wrong-type",
                    "{'name':'A','role':'BOSS'}         | role   | unknown-choice",
                    "{'name':'A','role':'coach'}        | role   | unknown-choice",
                    "{'name':'A','period':'2026-13'}    | period | not-a-month",
                    "{'name':'A','surname':'B'}         | \"\"   | unknown-field",
                    "{'name':                           | \"\"   | not-json",
                    "['A']                              | \"\"   | not-json",
                    "\"\"                               | \"\"   | missing"
                })
        void that_is_wrong_names_its_field(String body, String field, String code) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> read(body))
                    .extracting(BadInput::codes, MAP)
                    .isEqualTo(Map.of(field, code));
        }

        @Test
        void that_is_wrong_twice_names_both_fields() {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> read("{'role':'BOSS'}"))
                    .extracting(BadInput::codes, MAP)
                    .isEqualTo(Map.of("name", "missing", "role", "unknown-choice"));
        }

        @Test
        void that_is_too_large_is_not_read_to_its_end() {
            var large = "{'name':'" + "x".repeat(RecordJson.LARGEST_BODY) + "'}";
            assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> read(large));
        }

        private Asked read(String json) throws IOException {
            var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            return RecordJson.read(Asked.class, new ByteArrayInputStream(bytes));
        }
    }

    @Test
    void an_answer_leaves_out_what_is_null_and_writes_moments_in_utc() {
        record Inner(long read) {}
        record Answer(List<Inner> counts, @Nullable String phase, boolean partial, Instant at, YearMonth month) {}
        var answer = new Answer(
                List.of(new Inner(3)), null, true, Instant.parse("2026-11-02T08:30:00Z"), YearMonth.of(2026, 10));
        assertThat(RecordJson.write(answer))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"counts\":[{\"read\":3}],\"partial\":true,\"at\":\"2026-11-02T08:30:00Z\",\"month\":\"2026-10\"}");
    }
}
