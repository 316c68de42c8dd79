package nl.werkvlak.platform.api;

import java.util.List;

/** All rules of retention, also those that were followed by another or are to come. */
public record RetentionRuleList(List<RetentionRuleView> rules) {}
