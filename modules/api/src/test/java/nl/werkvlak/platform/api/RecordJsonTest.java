package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Nested
    class A_body_with_lists_and_records_in_it {

        record Line(
                String name,
                @Nullable List<Role> roles,
                @Nullable Integer count,
                @Nullable Boolean isNew) {}

        record Order(
                @Nullable List<Line> lines,
                @Nullable LocalDate day,
                @Nullable Instant at,
                @Nullable UUID id) {}

        @Test
        void becomes_records_in_a_record() throws IOException {
            assertThat(read("{'lines':[{'name':'A','roles':['COACH'],'count':3,'isNew':false}],'day':'2026-11-25',"
                            + "'at':'2026-11-25T12:00:00.1234567Z','id':'0d9bb0b4-5f6f-4c0c-9bd5-6e6b5ad0d2a0'}"))
                    .isEqualTo(new Order(
                            List.of(new Line("A", List.of(Role.COACH), 3, false)),
                            LocalDate.of(2026, 11, 25),
                            Instant.parse("2026-11-25T12:00:00.123456Z"),
                            UUID.fromString("0d9bb0b4-5f6f-4c0c-9bd5-6e6b5ad0d2a0")));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                delimiter = '|',
                value = {
                    "{'lines':[{'name':'A'},{}]}                     | lines[1].name     | missing",
                    "{'lines':[{'name':'A','roles':['COACH','X']}]}  | lines[0].roles[1] | unknown-choice",
                    "{'lines':[{'name':'A','more':1}]}               | lines[0]          | unknown-field",
                    "{'lines':[{'name':'A','count':1.5}]}            | lines[0].count    | wrong-type",
                    "{'lines':[{'name':'A','count':3000000000}]}     | lines[0].count    | wrong-type",
                    "{'lines':[{'name':'A','isNew':'yes'}]}          | lines[0].isNew    | wrong-type",
                    "{'lines':['A']}                                 | lines[0]          | wrong-type",
                    "{'lines':[null]}                                | lines[0]          | wrong-type",
                    "{'lines':{}}                                    | lines             | wrong-type",
                    "{'day':'2026-02-30'}                            | day               | not-a-day",
                    "{'day':'+12026-01-01'}                          | day               | not-a-day",
                    "{'day':'0026-01-01'}                            | day               | not-a-day",
                    "{'at':'2026-11-25'}                             | at                | not-an-instant",
                    "{'at':'+12026-01-01T00:00:00Z'}                 | at                | not-an-instant",
                    "{'id':'1-1-1-1-1'}                              | id                | not-an-id",
                })
        void that_is_wrong_names_the_place(String body, String field, String code) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> read(body))
                    .extracting(BadInput::codes, MAP)
                    .isEqualTo(Map.of(field, code));
        }

        private Order read(String json) throws IOException {
            var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            return RecordJson.read(Order.class, new ByteArrayInputStream(bytes));
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
