package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a folder to one process.
 *
 * <p>The operating system lets go of the lock when its holder dies, however it dies, so a free lock says nothing about
 * programs which that holder had started.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder when it is not there; refuses when another process, or another part of this one, holds it. */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new FolderLock(channel);
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // The same answer as for a stranger: one folder, one user.
            }
            channel.close();
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder %s cannot be written: choose another one or mend its permissions (%s)."
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        }
        throw new CannotStart(
                "The folder %s is in use by a platform that is running: stop that one or choose another folder."
                        .formatted(folder));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("A lock could not be given back", e);
        }
    }
}
