package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.werkvlak.platform.kernel.Refusal;

/** An export as it was handed over; every file can be opened again and again. */
interface Export extends AutoCloseable {

    /** A folder with the files, or a zip of them. */
    static Export at(Path place) throws IOException {
        return Files.isDirectory(place) ? new FolderExport(place) : new ZipExport(place);
    }

    /** There is something to import. */
    static void demandAt(Path place) {
        if (!Files.isDirectory(place) && !Files.isRegularFile(place)) {
            throw Refusal.rule("no-export", "There is no folder and no zip to import.");
        }
    }

    /**
     * The bytes of one file, from its start.
     *
     * @throws BrokenFile when it is not there, is there twice, or cannot be opened
     */
    InputStream open(ExportFile file) throws IOException;

    /** There are files that the format does not know. */
    boolean hasUnknownFiles();

    @Override
    void close() throws IOException;
}
