package nl.werkvlak.platform.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import nl.werkvlak.platform.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What some work cost this process and the database: time, processor, memory asked for, statements. */
final class Meter implements ThreadFactory {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final DataSource database;
    private final List<Thread> workers = new CopyOnWriteArrayList<>();

    Meter(DataSource database) {
        this.database = database;
    }

    /** Wall and processor time are nanoseconds. */
    record Reading(long wall, long processor, long allocated, long statements) {

        static final Reading NOTHING = new Reading(0, 0, 0, 0);

        Reading minus(Reading before) {
            return new Reading(
                    wall - before.wall,
                    processor - before.processor,
                    allocated - before.allocated,
                    statements - before.statements);
        }

        /** Of the measuring itself. */
        Reading withoutStatements(long others) {
            return new Reading(wall, processor, allocated, statements - others);
        }

        Reading plus(Reading other) {
            return new Reading(
                    wall + other.wall,
                    processor + other.processor,
                    allocated + other.allocated,
                    statements + other.statements);
        }
    }

    /** The threads that work, so that what they ask for is counted. */
    @Override
    public @Nullable Thread newThread(Runnable work) {
        var thread = new Thread(work, "worker-" + workers.size());
        thread.setDaemon(true);
        workers.add(thread);
        return thread;
    }

    Reading read() throws SQLException {
        var allocated = 0L;
        for (var worker : workers) {
            allocated += Math.max(0, THREADS.getThreadAllocatedBytes(worker.getId()));
        }
        return new Reading(System.nanoTime(), PROCESS.getProcessCpuTime(), allocated, statements());
    }

    private long statements() throws SQLException {
        try (var connection = database.getConnection()) {
            return Sql.ofPlatform(connection)
                    .query("show global status like 'Questions'", row -> row.count("Value"))
                    .get(0);
        }
    }

    /** What is still in use after a full collection, in bytes. */
    static long heapInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
