package nl.werkvlak.platform.reporting;

import java.util.UUID;

/** Somebody is changing facts that a report rests on: it cannot be issued before that is finished. */
final class FactsInMotion extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final UUID subject;

    /** @param subject the client or the commission whose facts are being changed */
    FactsInMotion(UUID subject) {
        super("Facts are being changed that a report rests on; it is made after that");
        this.subject = subject;
    }

    UUID subject() {
        return subject;
    }
}
