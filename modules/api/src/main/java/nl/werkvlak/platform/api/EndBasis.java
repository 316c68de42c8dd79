package nl.werkvlak.platform.api;

import java.time.LocalDate;

/** The last day of a legal basis; it still counts. */
public record EndBasis(LocalDate lastDay, String reason) {}
