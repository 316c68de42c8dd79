package nl.werkvlak.platform.launcher;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The programs that this process starts, and how it waits for their end. */
final class Children {

    private Children() {}

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
}
