package nl.werkvlak.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleImportTest {

    private static final Path SAMPLE = Path.of("..", "..", "platform-ear", "src", "sample", "export-2026-10");

    private static Importing importing;
    private static ImportReport report;

    @BeforeAll
    static void import_the_sample() {
        importing = new Importing();
        report = importing.all(SAMPLE);
    }

    @Test
    void takes_every_row() {
        assertThat(report.refusals()).isEmpty();
        assertThat(report.notices()).isEmpty();
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.files()).hasSize(19).allSatisfy(file -> {
            assertThat(file.read()).isPositive();
            assertThat(file.added()).isEqualTo(file.read());
        });
        assertThat(importing.count("trajectory")).isEqualTo(240);
        assertThat(importing.count("contact_moment")).isEqualTo(3_575);
        assertThat(importing.count("concept_preview")).isEqualTo(1_590);
    }

    @Test
    void changes_nothing_at_the_second_time_and_says_so() {
        assertThat(importing.all(SAMPLE).files()).allSatisfy(file -> {
            assertThat(file.unchanged()).isEqualTo(file.read());
            assertThat(file.added() + file.changed() + file.refused()).isZero();
        });
        assertThat(importing.ask("select distinct version as answer from client"))
                .containsExactly("0");
    }

    @Test
    void seals_what_says_most_about_a_person() {
        var tenant = TenantId.ofCode("ZEKERD");
        var client = tenant.idOf("client", "C000001");
        assertThat(importing.open("client", "bsn", "ZEKERD", client, client)).isEqualTo("999990007");
        assertThat(importing.open("client", "address", "ZEKERD", client, client))
                .isEqualTo("Straat-CNRY000001 12");
        assertThat(importing.ask("select count(*) as answer from client where address like '%CNRY%'"))
                .containsExactly("0");
        assertThat(importing.ask("select count(*) as answer from internal_note where text like '%CNRY%'"))
                .containsExactly("0");
    }

    @Test
    void counts_its_periods_as_signed_off() {
        assertThat(importing.ask("select distinct imported_through as answer from trajectory"))
                .containsExactly("2026-10-31");
    }

    @Test
    void leaves_nothing_in_the_staging_table() {
        assertThat(importing.count("import_row")).isZero();
    }
}
