package nl.werkvlak.platform.subjectrights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import nl.werkvlak.platform.kernel.Refusal;

/** Eight threads that begin the same thing at the same moment. */
final class AtOnce {

    private static final int THREADS = 8;

    private AtOnce() {}

    /** What each was answered: done, or the kind and code of its refusal. */
    static List<String> answers(Callable<?> work) throws Exception {
        var start = new CyclicBarrier(THREADS);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<String> turn = () -> {
                start.await();
                try {
                    work.call();
                    return "done";
                } catch (Refusal e) {
                    return e.kind() + " " + e.code();
                }
            };
            var answers = new ArrayList<String>();
            for (var answer : pool.invokeAll(Collections.nCopies(THREADS, turn))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
