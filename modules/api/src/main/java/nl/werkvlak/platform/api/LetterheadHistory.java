package nl.werkvlak.platform.api;

import java.util.List;

/** The latest changes of how the reports of a tenant look, the last one first. */
public record LetterheadHistory(List<LetterheadChangeView> changes) {}
