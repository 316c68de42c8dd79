package nl.werkvlak.platform.api;

import java.util.List;

/** All terms of a commission, the first ones first. */
public record TermsHistory(List<TermsView> terms) {}
