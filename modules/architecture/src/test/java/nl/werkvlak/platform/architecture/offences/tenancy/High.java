package nl.werkvlak.platform.architecture.offences.tenancy;

import nl.werkvlak.platform.architecture.offences.kernel.Low;
import org.jspecify.annotations.Nullable;

/** Reaches down the ladder, and so in a circle. */
public record High(@Nullable Low low) {}
