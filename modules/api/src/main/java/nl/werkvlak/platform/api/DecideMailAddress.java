package nl.werkvlak.platform.api;

import nl.werkvlak.platform.reporting.mail.MailAddresses.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is told by mail from now on.
 *
 * @param address absent: no mail any more
 */
public record DecideMailAddress(@Nullable String address, Language language) {}
