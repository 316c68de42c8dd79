package nl.werkvlak.platform.subjectrights;

import java.time.Instant;
import java.util.UUID;

/** Where something stands in a list that has the latest first, and then goes by id. */
public record Place(Instant at, UUID id) {}
