package nl.werkvlak.platform.api;

import java.util.List;

/** Every state of a legal basis, the oldest first. */
public record LegalBasisHistory(List<LegalBasisView> states) {}
