package nl.werkvlak.platform.onboarding;

import static nl.werkvlak.platform.onboarding.ExportBuilder.anExport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.werkvlak.platform.onboarding.ImportReport.State;
import org.junit.jupiter.api.Test;

/** A zip is read in place, and believed in nothing. */
class ZipTest {

    private final Importing importing = new Importing();

    private static Path place() throws IOException {
        return Files.createTempFile(Files.createDirectories(Path.of("target", "exports")), "export", ".zip");
    }

    @Test
    void that_is_no_zip_is_refused() throws IOException {
        var place = place();
        Files.writeString(place, "geen zip");
        var report = importing.all(place);
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.refusals()).extracting(Finding::code).containsExactly("unreadable-zip");
    }

    @Test
    void with_a_file_twice_is_refused() throws IOException {
        var place = place();
        try (var zip = new ZipOutputStream(Files.newOutputStream(place))) {
            zip.putNextEntry(new ZipEntry("a/uren.csv"));
            zip.putNextEntry(new ZipEntry("b/uren.csv"));
        }
        assertThat(importing.all(place).refusals())
                .filteredOn(finding -> finding.file().equals("uren.csv"))
                .extracting(Finding::code)
                .containsExactly("duplicate-file");
    }

    @Test
    void with_too_many_entries_is_refused() throws IOException {
        var place = place();
        try (var zip = new ZipOutputStream(Files.newOutputStream(place))) {
            for (var i = 0; i <= ZipExport.MOST_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("bijlage" + i));
            }
        }
        assertThat(importing.all(place).refusals()).extracting(Finding::code).containsExactly("zip-too-large");
    }

    @Test
    void that_unfolds_out_of_all_proportion_is_cut_off() throws IOException {
        var place = place();
        try (var zip = new ZipOutputStream(Files.newOutputStream(place))) {
            zip.putNextEntry(new ZipEntry("uren.csv"));
            zip.write("trajectnr;datum;uren;soort\n".getBytes(StandardCharsets.UTF_8));
            var row = "T1;12-04-2026;1,50;BEGELEIDING\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 600; i++) {
                zip.write(row);
            }
        }
        try (var export = Export.at(place);
                var in = export.open(ExportFile.HOURS)) {
            assertThat(Files.size(place)).isLessThan(100_000);
            org.assertj.core.api.Assertions.assertThatExceptionOfType(BrokenFile.class)
                    .isThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                    .returns(Fault.ZIP_TOO_LARGE, BrokenFile::fault);
        }
    }

    @Test
    void with_names_that_climb_out_writes_nothing_anywhere() throws IOException {
        var report = importing.all(anExport().folderInZip("../../../").zipped());
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(Path.of("..", "..", "..", "uren.csv")).doesNotExist();
    }
}
