package nl.werkvlak.platform.api;

import java.util.List;

/** Every state of an objection, the oldest first. */
public record ObjectionHistory(List<ObjectionView> states) {}
