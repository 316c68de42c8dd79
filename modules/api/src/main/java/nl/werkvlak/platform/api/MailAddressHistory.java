package nl.werkvlak.platform.api;

import java.util.List;

/** Where a tenant is told by mail, the latest decision first; none: it never was. */
public record MailAddressHistory(List<MailAddressView> decisions) {}
