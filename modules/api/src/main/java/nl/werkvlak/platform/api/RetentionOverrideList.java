package nl.werkvlak.platform.api;

import java.util.List;

/** Every retention of its own that a commission ever had; by category, the latest first. */
public record RetentionOverrideList(List<RetentionOverrideView> overrides) {}
