package nl.werkvlak.platform.api;

import java.util.List;

/** Every state of a concept preview, the oldest first. */
public record ConceptPreviewHistory(List<ConceptPreviewView> states) {}
