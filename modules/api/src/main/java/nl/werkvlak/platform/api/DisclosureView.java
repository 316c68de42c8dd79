package nl.werkvlak.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.werkvlak.platform.disclosure.register.Disclosed;
import nl.werkvlak.platform.disclosure.register.DisclosureRegister;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.reporting.Form;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the disclosure register.
 *
 * @param client absent for a report over many, and for a client who was erased
 * @param form in which it was opened; absent for the rest, and for what was opened before that was kept
 * @param categories what was received; none when the report was only listed
 */
public record DisclosureView(
        UUID id,
        long sequence,
        DisclosureRegister.Event event,
        Instant at,
        UUID report,
        @Nullable UUID client,
        String recipient,
        @Nullable Form form,
        List<DataCategory> categories,
        List<String> bases) {

    static DisclosureView of(Disclosed entry) {
        var form = entry.form();
        return new DisclosureView(
                entry.id(),
                entry.sequence(),
                entry.event(),
                entry.at(),
                entry.report(),
                entry.client(),
                entry.recipient(),
                form == null ? null : Form.valueOf(form),
                List.copyOf(entry.categories()),
                entry.bases());
    }
}
