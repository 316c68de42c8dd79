package nl.werkvlak.platform.api;

import java.util.List;

/** The latest imports, newest first. */
public record ImportList(List<ImportView> imports) {}
