package nl.werkvlak.platform.architecture.offences.kernel;

import nl.werkvlak.platform.architecture.offences.tenancy.High;

/** Reaches up the ladder. */
public record Low(High high) {}
