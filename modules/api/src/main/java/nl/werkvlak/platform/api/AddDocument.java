package nl.werkvlak.platform.api;

import java.util.UUID;
import nl.werkvlak.platform.trajectory.DocumentType;

/** That there is a document of this type in the file of a trajectory. */
public record AddDocument(UUID trajectory, DocumentType type, String reason) {}
