package nl.werkvlak.platform.api;

import java.util.List;

/** The concept previews of one trajectory, by month. */
public record ConceptPreviewList(List<ConceptPreviewView> previews) {}
