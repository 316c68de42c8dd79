package nl.werkvlak.platform.api;

import java.util.List;

/** The commissions of one tenant, by number. */
public record CommissionList(List<CommissionView> commissions) {}
