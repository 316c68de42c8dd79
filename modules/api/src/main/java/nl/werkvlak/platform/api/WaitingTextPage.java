package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of waiting texts.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record WaitingTextPage(
        List<WaitingTextView> texts, @Nullable String next) {}
