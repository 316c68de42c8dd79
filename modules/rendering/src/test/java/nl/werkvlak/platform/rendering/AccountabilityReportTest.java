package nl.werkvlak.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.rendering.AccountabilityDocument.Commission;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountabilityReportTest {

    private static final Renderer RENDERER = new Renderer();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final AccountabilityDocument sample = Samples.accountability();

    private AccountabilityDocument over(String period, List<Commission> commissions) {
        return new AccountabilityDocument(
                sample.head(),
                ReportingPeriod.parse(period).orElseThrow(),
                commissions,
                sample.flow(),
                sample.outcome(),
                sample.attendance(),
                sample.contacts(),
                sample.goals(),
                sample.ladder(),
                sample.spending(),
                sample.trend());
    }

    private static List<Commission> commissions(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Commission(
                        "GH-2026-%03d".formatted(i),
                        i % 2 == 0 ? "SPOOR_2" : "JOBCOACHING",
                        LocalDate.of(2026, 1, 1),
                        null,
                        new BigDecimal(100 + i),
                        new BigDecimal("97.50")))
                .toList();
    }

    @Nested
    class Over_a_quarter_of_a_whole_tenant {

        private final String paper = Pages.letters(
                Pages.keep("accountability-quarter", RENDERER.pdf(over("2026-Q3", commissions(3)), DUTCH)));

        @Test
        void says_so_in_title_and_foot() {
            assertThat(paper)
                    .contains(Pages.letters("Over 3e kwartaal 2026 · alle 3 opdrachten"))
                    .contains(Pages.letters("versie 1 · 3e kwartaal 2026"));
        }

        @Test
        void compares_with_the_quarter_before() {
            assertThat(paper).contains(Pages.letters("−3 sinds 2e kwartaal"));
        }

        @Test
        void says_that_it_adds_up_what_is_in_other_reports() {
            assertThat(paper)
                    .contains(
                            Pages.letters("Dit rapport telt op wat in de rapporten per opdracht en per maand staat."));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 300})
    void names_every_commission_that_is_added_up(int number) {
        String paper = Pages.letters(
                Pages.keep("accountability-" + number, RENDERER.pdf(over("2026", commissions(number)), DUTCH)));

        assertThat(commissions(number))
                .allSatisfy(commission -> assertThat(paper).contains(Pages.letters(commission.number())));
    }

    @Test
    void shows_the_formula_of_each_indicator_but_a_reason_which_says_it_itself() {
        String paper = Pages.letters(RENDERER.pdf(sample, DUTCH));
        var indicators = new Indicators(new Words("accountability", DUTCH), sample);

        assertThat(indicators.sections().stream()
                        .flatMap(section -> section.indicators().stream())
                        .filter(each -> !each.key().startsWith("outcome.reason.")))
                .hasSizeGreaterThan(20)
                .allSatisfy(each ->
                        assertThat(paper).contains(Pages.letters(each.name() + ": " + indicators.formula(each))));
        assertThat(paper)
                .contains(Pages.letters("Deel geplaatst: beëindigd met werk, gedeeld door alle beëindigde trajecten."))
                .contains(Pages.letters("Budget besteed: uren sinds het begin, gedeeld door het urenbudget."));
    }

    @Test
    void names_its_columns_after_a_period_that_may_be_a_year() {
        assertThat(Pages.lines(RENDERER.pdf(over("2026", commissions(3)), DUTCH)))
                .contains("Deze periode Vorige periode Verschil")
                .doesNotContain("maand Vorige");
    }
}
