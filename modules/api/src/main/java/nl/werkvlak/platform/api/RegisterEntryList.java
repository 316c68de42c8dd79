package nl.werkvlak.platform.api;

import java.util.List;

/** All entries of the processing register, also those that ended or are to come. */
public record RegisterEntryList(List<RegisterEntryView> entries) {}
