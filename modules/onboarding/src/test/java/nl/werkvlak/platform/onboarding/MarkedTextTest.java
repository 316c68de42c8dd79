package nl.werkvlak.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

/** A text with a mark comes in, and its place is told; its words are not. */
class MarkedTextTest {

    private final Importing importing = new Importing();

    @Test
    void is_told_by_file_line_and_column_and_work_goes_on() {
        var report = importing.all(ExportBuilder.anExport()
                .add("doelen.csv", "T1;2;Opbouwen na burn-out;;OPEN")
                .add("doelen.csv", "T1;3;Drie sollicitaties per week;;OPEN")
                .inFolder());

        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.file()).isEqualTo("doelen.csv");
            assertThat(notice.line()).isEqualTo(4);
            assertThat(notice.column()).isEqualTo("omschrijving");
            assertThat(notice.code()).isEqualTo("marked-text");
            assertThat(notice.advice(Locale.forLanguageTag("nl")))
                    .contains("tweede persoon")
                    .doesNotContain("burn-out");
        });
        assertThat(importing.ask("select description as answer from goal where position = 2"))
                .containsExactly("Opbouwen na burn-out");
    }

    @Test
    void is_told_also_where_it_is_sealed_and_not_where_it_never_leaves() {
        var report = importing.all(ExportBuilder.anExport()
                .add("belastbaarheid.csv", "T1;VI Werktijden;4 uur vanwege reuma;BEDRIJFSARTS;01-10-2026;;FML-9")
                .add("interne_notities.csv", "T1;01-10-2026 09:00;c1;Belde over zijn reuma.")
                .inFolder());

        assertThat(report.notices())
                .extracting(Finding::file, Finding::column)
                .containsExactly(tuple("belastbaarheid.csv", "beperking"));
    }

    @Test
    void is_told_of_an_agreement_too() {
        var report = importing.all(ExportBuilder.anExport()
                .add("afspraken.csv", "T1;2;13-04-2026;Bellen met de psycholoog;CLIENT;;;")
                .inFolder());

        assertThat(report.notices())
                .extracting(Finding::file, Finding::line, Finding::column)
                .containsExactly(tuple("afspraken.csv", 4L, "actie"));
    }

    @Test
    void is_listed_up_to_a_thousand() {
        var export = ExportBuilder.anExport();
        for (var number = 10; number < 1_100; number++) {
            export.add("doelen.csv", "T1;" + number + ";Doel " + number + " na burn-out;;OPEN");
        }

        assertThat(importing.all(export.inFolder()).notices()).hasSize(ImportReport.LISTED);
    }
}
