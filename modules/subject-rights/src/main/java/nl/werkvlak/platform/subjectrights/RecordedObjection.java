package nl.werkvlak.platform.subjectrights;

import java.util.UUID;

/** An objection as it stands in the register: received, and then decided, once. */
public record RecordedObjection(UUID id, Objection objection) {}
