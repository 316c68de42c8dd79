package nl.werkvlak.platform.api;

import nl.werkvlak.platform.legalbasis.Purpose;
import nl.werkvlak.platform.subjectrights.RecordedRestriction.Exemption;

/** A purpose that goes on under a restriction, and on which ground (GDPR 18(2)). */
public record Exempted(Purpose purpose, Exemption ground) {}
