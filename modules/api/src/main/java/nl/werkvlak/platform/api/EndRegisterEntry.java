package nl.werkvlak.platform.api;

import java.time.LocalDate;

/** The last day of an entry of the processing register. */
public record EndRegisterEntry(LocalDate lastDay, String reason) {}
