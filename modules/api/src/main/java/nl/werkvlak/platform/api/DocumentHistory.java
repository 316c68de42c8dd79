package nl.werkvlak.platform.api;

import java.util.List;

/** Every state that a document had, the oldest first. */
public record DocumentHistory(List<DocumentView> states) {}
