package nl.werkvlak.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    private static final int LARGEST = 100;

    @TempDir
    private Path folder;

    @Test
    void what_fits_is_kept_for_the_server_alone() throws IOException {
        var file = Uploads.keep(folder, bytes(LARGEST), LARGEST);
        assertThat(file).hasSize(LARGEST);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_too_large_leaves_nothing_behind() throws IOException {
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> Uploads.keep(folder, bytes(LARGEST + 1), LARGEST));
        assertThat(contents()).isEmpty();
    }

    @Test
    void what_breaks_off_leaves_nothing_behind() throws IOException {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection lost");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Uploads.keep(folder, broken, LARGEST));
        assertThat(contents()).isEmpty();
    }

    @Test
    void what_a_killed_server_left_goes_and_what_a_living_one_has_stays() throws IOException {
        var living = Files.createFile(
                folder.resolve("werkvlak-upload-" + ProcessHandle.current().pid() + "-1.zip"));
        var other = Files.createFile(folder.resolve("somebody-elses.zip"));
        Files.createFile(folder.resolve("werkvlak-upload-999999999-1.zip"));
        Uploads.removeOrphans(folder);
        assertThat(contents()).containsExactlyInAnyOrder(living, other);
    }

    private List<Path> contents() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static InputStream bytes(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }
}
