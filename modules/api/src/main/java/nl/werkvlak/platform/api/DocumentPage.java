package nl.werkvlak.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of documents.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record DocumentPage(
        List<DocumentView> documents, @Nullable String next) {}
