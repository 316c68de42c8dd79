package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The files of an export, side by side in a folder. */
final class FolderExport implements Export {

    private final Map<ExportFile, Path> files = new EnumMap<>(ExportFile.class);
    private boolean unknownFiles;

    FolderExport(Path folder) throws IOException {
        try (var inside = Files.newDirectoryStream(folder)) {
            for (var path : inside) {
                var name = path.getFileName().toString();
                var file = ExportFile.named(name);
                if (file.isEmpty()) {
                    unknownFiles = true;
                } else if (!files.containsKey(file.get())
                        || name.equals(file.get().fileName())) {
                    files.put(file.get(), path);
                }
            }
        }
    }

    @Override
    public InputStream open(ExportFile file) throws IOException {
        var path = files.get(file);
        if (path == null) {
            throw new BrokenFile(Fault.MISSING_FILE, null);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new BrokenFile(Fault.UNREADABLE_FILE, null);
        }
        return Files.newInputStream(path);
    }

    @Override
    public boolean hasUnknownFiles() {
        return unknownFiles;
    }

    @Override
    public void close() {}
}
