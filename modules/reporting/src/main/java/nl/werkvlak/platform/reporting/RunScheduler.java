package nl.werkvlak.platform.reporting;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Period;
import nl.werkvlak.platform.reporting.mail.MailSender;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the work of runs over the nodes, and starts the run of each month by itself. The engine is db-scheduler, on
 * the platform's own database: a node that dies loses its heartbeat, and another one does its work again.
 */
@Singleton
public class RunScheduler {

    /** Under this name a node takes one commission of a run in hand. */
    static final String COMMISSION_TASK = "run-commission";

    private static final LocalTime AT_NIGHT = LocalTime.of(4, 0);

    /** How soon a change of a fact is followed; a pull does not wait for it. */
    private static final Duration LOOK_AT_FACTS = Duration.ofSeconds(5);

    private static final Duration LOOK_AT_MAIL = Duration.ofSeconds(30);

    /** What another node planned; a node's own work wakes it. */
    private static final Duration LOOK_FOR_WORK = Duration.ofSeconds(2);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /**
     * How much a node works with at a time: while one worker waits for the database another one prints. However large the
     * machine, as many connections stay for who pulls.
     */
    public static final int WORKERS = Math.min(2 * Runtime.getRuntime().availableProcessors(), 16);

    private static final int ATTEMPTS = 4;

    /** How often a commission is tried again, each time after half as long again: some minutes in all. */
    private static final int PATIENCE = 10;

    /** Of the column picked_by. */
    private static final int LONGEST_NAME = 50;

    private final DataSource database;
    private final Provider<Runs> runs;
    private final Corrector corrector;
    private final Duration heartbeat;
    private final CustomTask<String> commissionTask;
    private final OneTimeTask<String> correctionTask;
    private @Nullable Scheduler scheduler;

    @Inject
    public RunScheduler(DataSource database, RunWorker worker, Corrector corrector, Provider<Runs> runs) {
        this(database, worker, corrector, runs, HEARTBEAT);
    }

    /** @param heartbeat how often a node tells that it lives; after four that did not come another takes its work */
    RunScheduler(DataSource database, RunWorker worker, Corrector corrector, Provider<Runs> runs, Duration heartbeat) {
        this.heartbeat = heartbeat;
        this.database = database;
        this.corrector = corrector;
        this.runs = runs;
        // After each turn it goes to the end of the line: no large commission keeps the others, or the changes of
        // facts, waiting.
        this.commissionTask = Tasks.custom(COMMISSION_TASK, String.class)
                .onDeadExecutionRevive()
                .onFailure(FailureHandler.<String>maxRetries(PATIENCE)
                        .withBackoff(Duration.ofSeconds(2))
                        .then((complete, operations) -> {
                            var isOfDatabase = Transactions.isOfDatabase(
                                    complete.getCause().orElse(null));
                            worker.giveUp(
                                    CommissionWork.of((String)
                                            complete.getExecution().taskInstance.getData()),
                                    isOfDatabase ? RunPart.Reason.DATABASE : RunPart.Reason.INTERNAL);
                            operations.stop();
                        }))
                .execute((task, context) -> worker.make(CommissionWork.of(task.getData()))
                        ? (complete, operations) -> {
                            operations.reschedule(complete, complete.getTimeDone());
                            wake();
                        }
                        : new CompletionHandler.OnCompleteRemove<>());
        // After the last attempt it waits for the next change of a fact.
        this.correctionTask = Tasks.oneTime(Correction.TASK, String.class)
                .onFailure(FailureHandler.<String>maxRetries(ATTEMPTS)
                        .withBackoff(Duration.ofSeconds(2))
                        .thenRemove())
                .execute((task, context) -> corrector.correct(Correction.of(task.getData())));
    }

    /**
     * Begins to work, on threads of the server. Call it when the schema is there.
     *
     * @param threads makes the server's threads; as many are taken as a node works with at a time, for the engine takes
     *     work as long as it gets threads, and another node would find none
     * @param mail sends what is queued
     */
    public synchronized void start(ThreadFactory threads, MailSender mail) {
        RecurringTask<Void> monthly = Tasks.recurring("monthly-run", Schedules.daily(Period.AMSTERDAM, AT_NIGHT))
                .execute((task, context) -> runs.get().startLastMonthWhenDue());
        RecurringTask<Void> following = Tasks.recurring("follow-facts", FixedDelay.of(LOOK_AT_FACTS))
                .execute((task, context) -> corrector.follow());
        RecurringTask<Void> mailing =
                Tasks.recurring("send-mail", FixedDelay.of(LOOK_AT_MAIL)).execute((task, context) -> mail.sendDue());
        scheduler = Scheduler.create(database, commissionTask, correctionTask)
                .startTasks(monthly, following, mailing)
                .schedulerName(new SchedulerName.Fixed(node()))
                .serializer(new PlainText())
                .executorService(Executors.newFixedThreadPool(WORKERS, threads))
                .threads(WORKERS)
                .alwaysPersistTimestampInUTC()
                .pollingInterval(LOOK_FOR_WORK)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .build();
        scheduler.start();
    }

    /** Process and machine: who looks at the table sees which node has what in hand, also when two share a machine. */
    private static String node() {
        var name = ManagementFactory.getRuntimeMXBean().getName();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Lets the work at hand end, and takes no more. */
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    /** Hands out work, in the transaction of who plans it. */
    void schedule(List<CommissionWork> work, Connection connection, Instant at) throws SQLException {
        Sql.ofPlatform(connection)
                .batch(
                        "insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked,"
                                + " version, priority) values (?, ?, ?, ?, false, 1, 0)",
                        work.stream().map(each -> row(each, at)).toList());
    }

    /** No node begins with it any more; what is in hand stays. */
    void takeBack(UUID run, Connection connection) throws SQLException {
        var sql = Sql.ofPlatform(connection);
        var waiting = sql.query(
                "select task_instance from scheduled_tasks where task_name = ? and not picked and task_data like ?",
                row -> row.text("task_instance"),
                COMMISSION_TASK,
                run + " %");
        sql.update(
                "delete from scheduled_tasks where task_name = ? and not picked and task_instance in (?)",
                COMMISSION_TASK,
                waiting);
    }

    /** Each time under a name of its own: what is resumed may be planned again while its last batch is in hand. */
    private @Nullable Object[] row(CommissionWork work, Instant at) {
        return new @Nullable Object[] {
            commissionTask.getName(), UUID.randomUUID().toString(), work.text().getBytes(StandardCharsets.UTF_8), at
        };
    }

    /** There is work now: do not wait for the next look. */
    synchronized void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Task data as text: what stands in the database is never made into objects of its choosing. */
    private static final class PlainText implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            return data == null ? null : type.cast(new String(data, StandardCharsets.UTF_8));
        }
    }
}
