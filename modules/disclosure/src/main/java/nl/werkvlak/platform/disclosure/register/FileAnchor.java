package nl.werkvlak.platform.disclosure.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;

/**
 * An anchor of files: one per tenant, named by its id, with one line per point: the version of this format, the number of
 * the seal, the sequence of its last entry, its hash. Nothing in it is about a person.
 *
 * <p>Lines have a fixed length, so that a line that was cut off by a loss of power is known, and is written again. Two
 * servers may share the folder.
 */
public final class FileAnchor implements Anchor {

    private static final Pattern LINE = Pattern.compile("1 ([0-9]{19}) ([0-9]{19}) ([0-9a-f]{64})");
    private static final int LINE_LENGTH = 2 + 20 + 20 + 64 + 1;

    private final Path folder;

    /** In this folder, which is made when it is not there. */
    public FileAnchor(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Point> last(TenantId tenant) {
        var file = file(tenant);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return lastOf(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(TenantId tenant, Point point) {
        // One at a time: in this server by the monitor, over servers by the lock of the file.
        synchronized (FileAnchor.class) {
            try {
                write(file(tenant), point);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Path file, Point point) throws IOException {
        Files.createDirectories(folder);
        var isNew = !Files.exists(file);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Until the channel closes.
            channel.lock();
            if (lastOf(channel).filter(last -> last.seal() >= point.seal()).isPresent()) {
                // Another server was a moment earlier.
                return;
            }
            var line = ByteBuffer.wrap("1 %019d %019d %s\n"
                    .formatted(point.seal(), point.sequence(), point.hash())
                    .getBytes(StandardCharsets.US_ASCII));
            channel.position(channel.size() / LINE_LENGTH * LINE_LENGTH);
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
        if (isNew) {
            force(folder);
        }
    }

    @Override
    public Stream<Point> points(TenantId tenant) {
        var file = file(tenant);
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        try {
            var lines = Files.size(file) / LINE_LENGTH;
            // Bytes as they come: what is not a point is told as such, whatever it is.
            var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
            return reader.lines().limit(lines).map(FileAnchor::point).onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Point> lastOf(FileChannel channel) throws IOException {
        var lines = channel.size() / LINE_LENGTH;
        if (lines == 0) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate(LINE_LENGTH);
        var from = (lines - 1) * LINE_LENGTH;
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // Until the line is whole.
        }
        var line = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        return Optional.of(point(line.stripTrailing()));
    }

    private static Point point(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AnchorDamaged("A line of the anchor is not a point");
        }
        return new Point(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is new survives a loss of power only when its folder is written too. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(TenantId tenant) {
        return folder.resolve(tenant + ".anchor");
    }
}
