package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a run planned.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record RunPartPage(List<RunPartView> parts, @Nullable String next) {}
