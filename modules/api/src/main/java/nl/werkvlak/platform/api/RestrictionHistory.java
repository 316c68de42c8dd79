package nl.werkvlak.platform.api;

import java.util.List;

/** Every state of a restriction, the oldest first. */
public record RestrictionHistory(List<RestrictionView> states) {}
