package nl.werkvlak.platform.reporting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Two that take turns, so that what they do interleaves in the same way every time; who is done leaves the other alone. */
final class Turns {

    private static final long LONGEST_WAIT = Duration.ofSeconds(60).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition passed = lock.newCondition();
    private final boolean[] isDone = new boolean[2];
    private final List<Integer> taken = new ArrayList<>();
    private int turn;

    /** Hands the turn to the other, and waits until it comes back. */
    void take(int who) throws InterruptedException {
        lock.lock();
        try {
            turn = 1 - who;
            passed.signalAll();
            var left = LONGEST_WAIT;
            while (turn != who && !isDone[1 - who]) {
                if (left <= 0) {
                    throw new IllegalStateException("The turn did not come back");
                }
                left = passed.awaitNanos(left);
            }
            taken.add(who);
        } finally {
            lock.unlock();
        }
    }

    void done(int who) {
        lock.lock();
        try {
            isDone[who] = true;
            passed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often the turn went from the one to the other. */
    long changes() {
        lock.lock();
        try {
            var changes = 0;
            for (var at = 1; at < taken.size(); at++) {
                changes += taken.get(at).equals(taken.get(at - 1)) ? 0 : 1;
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }
}
