package nl.werkvlak.platform.api;

import org.jspecify.annotations.Nullable;

/**
 * Approves a version whose differences were looked at.
 *
 * @param replaces the version that it was compared with
 */
public record ApproveMatrixVersion(@Nullable String replaces, String reason) {}
