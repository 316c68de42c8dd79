package nl.werkvlak.platform.rendering;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.repo.InputStreamResource;
import net.sf.jasperreports.repo.RepositoryService;
import net.sf.jasperreports.repo.Resource;
import org.jspecify.annotations.Nullable;

/** All that the engine can open: files of our own archive, each read once. There is no file and no URL behind any other name. */
final class Archive implements RepositoryService {

    private static final String ROOT = "reports/";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public @Nullable Resource getResource(String name) {
        return getResource(name, InputStreamResource.class);
    }

    @Override
    public <K extends Resource> @Nullable K getResource(String name, Class<K> type) {
        if (!name.startsWith(ROOT) || !type.isAssignableFrom(InputStreamResource.class)) {
            return null;
        }
        var file = new InputStreamResource();
        file.setInputStream(new ByteArrayInputStream(
                files.computeIfAbsent(name, missing -> HouseStyle.bytes(missing.substring(ROOT.length())))));
        return type.cast(file);
    }

    @Override
    public void saveResource(String name, Resource resource) {
        throw new UnsupportedOperationException("Nothing is written into our archive");
    }
}
