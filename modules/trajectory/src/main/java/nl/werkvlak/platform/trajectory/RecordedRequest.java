package nl.werkvlak.platform.trajectory;

import java.util.UUID;

/** A statutory request as it stands in the register; it never changes. */
public record RecordedRequest(UUID id, StatutoryRequest request) {}
