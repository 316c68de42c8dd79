package nl.werkvlak.platform.trajectory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of what a contact between coach and client is about at work: a fact that may be told where the words of a
 * subject may not (condition K16).
 */
public enum ContactTopic {
    SOLLICITATIES("sollicitaties"),
    ZOEKPROFIEL("zoekprofiel"),
    OEFENEN_GESPREK("oefenen gesprek"),
    WERKHERVATTING("werkhervatting"),
    PLAN_VAN_AANPAK("voortgang plan van aanpak"),
    EVALUATIE_WERKGEVER("evaluatie met werkgever");

    private final String recorded;

    ContactTopic(String recorded) {
        this.recorded = recorded;
    }

    /** The topic that a recorded subject is, word for word; a subject in other words is none. */
    public static Optional<ContactTopic> of(@Nullable String subject) {
        return Optional.ofNullable(subject)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .flatMap(text -> Arrays.stream(values())
                        .filter(topic -> topic.recorded.equals(text))
                        .findFirst());
    }
}
