package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of objections, the latest first.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record ObjectionPage(
        List<ObjectionView> objections, @Nullable String next) {}
