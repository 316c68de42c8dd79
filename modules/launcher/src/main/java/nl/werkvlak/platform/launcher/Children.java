package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The programs that this process starts, how it waits for their end, and what is left of them when it was killed. */
final class Children {

    private Children() {}

    /**
     * Keeps Ctrl-C from the program: the terminal sends it to every process of the session, and the database must not
     * stop before the server has.
     */
    static List<String> inSessionOfTheirOwn(List<String> command) {
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        return detached;
    }

    /** Asks a program to stop in good order, and makes it when it has not done so within the limit. */
    static void stop(ProcessHandle program, Duration limit) {
        program.destroy();
        if (!ended(program, limit)) {
            program.destroyForcibly();
            ended(program, limit);
        }
    }

    /** Waits for the end of a program, at most as long as the limit; true when it ended. */
    static boolean ended(ProcessHandle program, Duration limit) {
        try {
            program.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a program could not be awaited", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !program.isAlive();
        }
    }

    /**
     * Stops the program whose number stands in a file, when it is still there and works on {@code folder}: whoever
     * started it was killed. The number alone proves nothing, it may belong to another program by now.
     */
    static void stopOrphan(Path pidFile, Path folder, Duration limit) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var digits = Files.readString(pidFile).strip();
        if (digits.matches("\\d{1,9}")) {
            ProcessHandle.of(Long.parseLong(digits))
                    .filter(program -> commandLine(program).contains(folder.toString()))
                    .ifPresent(program -> stop(program, limit));
        }
        Files.deleteIfExists(pidFile);
    }

    /** Read from the system itself: the JDK gives up on a command line of more than a page. */
    private static String commandLine(ProcessHandle program) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(program.pid()), "cmdline")),
                    StandardCharsets.UTF_8);
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }
}
