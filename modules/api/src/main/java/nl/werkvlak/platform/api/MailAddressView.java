package nl.werkvlak.platform.api;

import java.time.Instant;
import nl.werkvlak.platform.reporting.mail.MailAddresses.Decided;
import nl.werkvlak.platform.reporting.mail.MailAddresses.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is told by mail, as it was decided.
 *
 * @param address absent: no mail from then on
 */
public record MailAddressView(@Nullable String address, Language language, String decidedBy, Instant decidedAt) {

    static MailAddressView of(Decided decided) {
        return new MailAddressView(decided.address(), decided.language(), decided.by(), decided.at());
    }
}
