package nl.werkvlak.platform.subjectrights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.kernel.PublicHolidays;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.Ground;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.Assessment.Answer;
import nl.werkvlak.platform.subjectrights.Assessment.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a request comes to, with the numbers of the worked examples. A ground is written as its letter, what it covers, its
 * last day, and whether it was withdrawn or stopped by an objection before the request.
 */
class RequestRulesTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-10T09:00:00Z");
    private static final LocalDate GROWN_UP = LocalDate.parse("1980-05-05");

    @ParameterizedTest(name = "{0}: {1} of {3} on {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "R3  | OBJECTION   | b HOURS forever                           | HOURS | refused OBJECTION_NOT_APPLICABLE on b",
                "R4  | OBJECTION   | d GOAL+PLAN forever                       | GOAL  | granted OBJECTION_APPLIES on d",
                "R5  | PORTABILITY | a GOAL+EDU forever                        | EDU   | refused NOT_PORTABLE on a; offer ACCESS",
                "R5' | PORTABILITY | a EDU forever, f EDU forever              | EDU   | granted PORTABLE on f",
                "R5' | PORTABILITY | c EDU 2026-11-10                          | EDU   | granted PORTABLE on c",
                "R5' | PORTABILITY | c EDU 2026-11-09                          | EDU   | refused NOT_PORTABLE on nothing; offer ACCESS",
                "R5' | PORTABILITY | f EDU forever withdrawn                   | EDU   | refused NOT_PORTABLE on nothing; offer ACCESS",
                "R7  | ERASURE     | d GOAL+HOURS 2026-10-31, b HOURS 2033-12-31 | GOAL  | granted NO_LONGER_NEEDED on nothing",
                "R7  | ERASURE     | d GOAL+HOURS 2026-10-31, b HOURS 2033-12-31 | HOURS | refused NEEDED_BY_LAW on b through 2033-12-31",
                "R7' | ERASURE     | b HOURS 2030-12-31, b HOURS 2033-12-31    | HOURS | refused NEEDED_BY_LAW on b b through 2033-12-31",
                "R7' | ERASURE     | a PLAN forever                            | PLAN  | refused NEEDED_BY_LAW on a",
                "R7' | ERASURE     | d PLAN forever                            | PLAN  | refused STILL_NEEDED on d; offer RESTRICTION",
                "R7' | ERASURE     | d PLAN forever stopped                    | PLAN  | granted OBJECTION_UPHELD on nothing",
                "R7' | ERASURE     | f PLAN forever withdrawn                  | PLAN  | granted CONSENT_WITHDRAWN on nothing",
                "R7' | ERASURE     | f PLAN forever withdrawn, b PLAN forever  | PLAN  | refused NEEDED_BY_LAW on b",
                "R7' | ERASURE     | b PLAN forever stopped                    | PLAN  | refused NEEDED_BY_LAW on b",
                "R9  | ACCESS      | d GOAL forever                            | GOAL  | granted ALWAYS on d",
                "R9' | ACCESS      | d GOAL forever                            | NOTE  | granted ALWAYS on nothing",
            })
    void is_granted_or_refused_by_category_and_ground(
            String number, Right right, String grounds, DataCategory category, String answer) {
        assertThat(said(assess(right, Requester.CLIENT, GROWN_UP, 0, grounds), category))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void is_answered_for_every_category(Right right) {
        assertThat(assess(right, Requester.CLIENT, GROWN_UP, 0, "a GOAL forever")
                        .answers())
                .extracting(Answer::category)
                .containsExactly(DataCategory.values());
    }

    @ParameterizedTest(name = "{0}: {1} after {2} copies")
    @CsvSource({"R9, ACCESS, 1, true", "R9, ACCESS, 0, false", "R9', PORTABILITY, 1, false"})
    void costs_nothing_though_a_second_copy_might_R9(String number, Right right, int copies, boolean feeAllowed) {
        assertThat(assess(right, Requester.CLIENT, GROWN_UP, copies, "d GOAL forever"))
                .returns(feeAllowed, Assessment::feeAllowed)
                .returns(0, Assessment::feeInCents);
    }

    @ParameterizedTest(name = "{0}: {1} of somebody born on {2}")
    @CsvSource({
        "R10, PROTECTIVE_ADMINISTRATOR, 1980-05-05, PRIVACY_OFFICER",
        "R10', MENTOR, 1980-05-05, PRIVACY_OFFICER",
        "R10', CURATOR, 1980-05-05, AUTHORITY_FIRST",
        "R10', AUTHORISED, 1980-05-05, AUTHORITY_FIRST",
        "R10', CLIENT, 2010-11-10, OFFICE",
        "R10', CLIENT, 2010-11-11, PRIVACY_OFFICER",
        "R10', PARENT, 2010-11-11, AUTHORITY_FIRST",
        "R10', PARENT, 2010-11-10, PRIVACY_OFFICER",
    })
    void is_not_answered_to_just_anybody_R10(String number, Requester by, LocalDate born, Requester.Handling handling) {
        assertThat(assess(Right.ACCESS, by, born, 0, "d GOAL forever").handling())
                .isEqualTo(handling);
    }

    @ParameterizedTest(name = "{0}: received {1}")
    @CsvSource({"R1, 2026-10-05T09:00:00Z, 2026-11-05", "D6, 2026-11-30T23:00:00Z, 2027-01-04"})
    void is_answered_by_a_day_of_amsterdam(String number, Instant received, LocalDate due) {
        var request = new Request(Right.ACCESS, Requester.CLIENT, received, 0);
        assertThat(RequestRules.assess(request, GROWN_UP, List.of(), List.of(), PublicHolidays.ATW)
                        .deadline()
                        .legal())
                .isEqualTo(due);
    }

    private static Assessment assess(Right right, Requester by, LocalDate born, int copies, String grounds) {
        var bases = Arrays.stream(grounds.split(", ", -1))
                .map(RequestRulesTest::basis)
                .toList();
        var upheld = new Objection(
                UUID.randomUUID(), Set.of(Purpose.P7), RECEIVED.minusSeconds(9), RECEIVED, Objection.Outcome.UPHELD);
        return RequestRules.assess(
                new Request(right, by, RECEIVED, copies),
                born,
                bases,
                grounds.contains("stopped") ? List.of(upheld) : List.of(),
                PublicHolidays.ATW);
    }

    private static LegalBasis basis(String written) {
        var words = written.split(" ", -1);
        var ground = Ground.ofLetter(words[0]).orElseThrow();
        var categories = Arrays.stream(words[1].split("\\+", -1))
                .map(DataCategory::valueOf)
                .collect(Collectors.toSet());
        return new LegalBasis(
                words[0],
                ground,
                true,
                UUID.randomUUID(),
                Set.of(Purpose.P7),
                categories,
                Period.ofDays(LocalDate.parse("2026-01-01"), lastDay(words[2])),
                null,
                new LegalBasis.Consent(RECEIVED.minusSeconds(60), written.endsWith("withdrawn") ? RECEIVED : null));
    }

    private static @Nullable LocalDate lastDay(String word) {
        return word.equals("forever") ? null : LocalDate.parse(word);
    }

    private static String said(Assessment assessment, DataCategory category) {
        var answer = assessment.answers().stream()
                .filter(each -> each.category() == category)
                .findFirst()
                .orElseThrow();
        var bases = answer.bases().stream().map(LegalBasis::number).collect(Collectors.joining(" "));
        return (answer.granted() ? "granted " : "refused ")
                + answer.why()
                + " on "
                + (bases.isEmpty() ? "nothing" : bases)
                + (answer.keptThrough() == null ? "" : " through " + answer.keptThrough())
                + (answer.instead() == null ? "" : "; offer " + answer.instead());
    }
}
