package nl.werkvlak.platform.onboarding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip of the files, read in place: nothing is unpacked, so that no entry's name can become a path.
 *
 * <p>A zip can claim to be small and be endless. What counts is therefore what comes out of it, and that is cut off at a
 * size, and at a ratio to what went in that no text of this kind reaches.
 */
final class ZipExport implements Export {

    static final int MOST_ENTRIES = 1_000;
    static final long MOST_BYTES = 8L << 30;
    static final int MOST_RATIO = 200;

    /** Small files may be as regular as they like. */
    private static final long RATIO_COUNTS_FROM = 16L << 20;

    private final ZipFile zip;
    private final Map<ExportFile, ZipEntry> files = new EnumMap<>(ExportFile.class);
    private final Set<ExportFile> twice = EnumSet.noneOf(ExportFile.class);
    private boolean unknownFiles;

    ZipExport(Path place) throws IOException {
        try {
            zip = new ZipFile(place.toFile());
        } catch (ZipException e) {
            throw new BrokenFile(Fault.UNREADABLE_ZIP, null);
        }
        if (zip.size() > MOST_ENTRIES) {
            zip.close();
            throw new BrokenFile(Fault.ZIP_TOO_LARGE, null);
        }
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(this::note);
    }

    private void note(ZipEntry entry) {
        // Whatever folder it stands in; the folder's name is used for nothing.
        var path = entry.getName().replace('\\', '/');
        var file = ExportFile.named(path.substring(path.lastIndexOf('/') + 1));
        if (file.isEmpty()) {
            unknownFiles = true;
        } else if (files.put(file.get(), entry) != null) {
            twice.add(file.get());
        }
    }

    @Override
    public InputStream open(ExportFile file) throws IOException {
        var entry = files.get(file);
        if (entry == null) {
            throw new BrokenFile(Fault.MISSING_FILE, null);
        }
        if (twice.contains(file)) {
            throw new BrokenFile(Fault.DUPLICATE_FILE, null);
        }
        try {
            return new Measured(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (ZipException e) {
            throw new BrokenFile(Fault.UNREADABLE_FILE, null);
        }
    }

    @Override
    public boolean hasUnknownFiles() {
        return unknownFiles;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Stops where an entry becomes larger than it can honestly be. */
    private static final class Measured extends FilterInputStream {

        private final long most;
        private long read;

        Measured(InputStream in, long packed) {
            super(in);
            this.most = Math.min(MOST_BYTES, Math.max(RATIO_COUNTS_FROM, packed * MOST_RATIO));
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(bytes, offset, length);
            } catch (ZipException e) {
                throw new BrokenFile(Fault.UNREADABLE_FILE, null);
            }
            read += Math.max(0, count);
            if (read > most) {
                throw new BrokenFile(Fault.ZIP_TOO_LARGE, null);
            }
            return count;
        }
    }
}
