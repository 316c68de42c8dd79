package nl.werkvlak.platform.api;

import java.util.List;

/** The latest runs, newest first. */
public record RunList(List<RunProgress> runs) {}
