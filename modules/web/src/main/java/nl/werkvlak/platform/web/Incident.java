package nl.werkvlak.platform.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes an error of ours to the log, so that it can be found by what the reader was told. */
final class Incident {

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final int FRAMES = 25;

    private Incident() {}

    static void log(String id, Throwable error) {
        LOG.error("Incident {}: {}", id, described(error));
    }

    /** Types and places, but no messages: a database repeats values in its messages, and they may be about a person. */
    static String described(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .map(cause -> cause.getClass().getName()
                        + Arrays.stream(cause.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n  at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\nbecause of "));
    }
}
