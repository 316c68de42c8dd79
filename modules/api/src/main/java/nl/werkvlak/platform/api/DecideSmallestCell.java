package nl.werkvlak.platform.api;

/** How many people are behind a published number at least, from now on. */
public record DecideSmallestCell(int people, String reason) {}
