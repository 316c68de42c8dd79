package nl.werkvlak.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.onboarding.Imports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands an uploaded export to the import, and deletes it when that has ended: it is full of personal data, so it lies
 * here no longer than it takes, readable by nobody but the server.
 */
@ApplicationScoped
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    @Inject
    private Imports imports;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    /**
     * Keeps what was uploaded and starts to import it.
     *
     * @throws Refusal when another import is running
     */
    public UUID start(Part upload, boolean partial, String requestedBy) throws IOException {
        // Made for the owner only, which is how createTempFile makes files.
        var file = Files.createTempFile("werkvlak-export-", ".zip");
        var handedOver = false;
        try {
            try (var content = upload.getInputStream()) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
            var id = imports.start(file, partial, requestedBy);
            handedOver = true;
            deleteWhenEnded(id, file);
            return id;
        } finally {
            if (!handedOver) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void deleteWhenEnded(UUID id, Path file) {
        // Nobody waits for it: a look that fails is logged, and followed by another one.
        var unused = scheduler.schedule(() -> look(id, file), SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void look(UUID id, Path file) {
        try {
            if (imports.get(id).state().isEnded()) {
                Files.deleteIfExists(file);
                return;
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The upload of import {} is still there: {}",
                    id,
                    e.getClass().getName());
        }
        deleteWhenEnded(id, file);
    }
}
