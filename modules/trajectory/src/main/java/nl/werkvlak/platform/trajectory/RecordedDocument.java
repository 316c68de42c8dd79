package nl.werkvlak.platform.trajectory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it stands in the register: added, then scanned, then released, each once.
 *
 * @param releasedBy the coach whose release it is
 */
public record RecordedDocument(
        UUID trajectory, FileDocument document, @Nullable UUID releasedBy) {}
