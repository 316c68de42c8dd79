package nl.werkvlak.platform.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.werkvlak.platform.onboarding.ImportFeed;
import nl.werkvlak.platform.reporting.RunFeed;
import nl.werkvlak.platform.reporting.RunScheduler;
import nl.werkvlak.platform.reporting.mail.MailSender;
import org.jspecify.annotations.Nullable;

/**
 * Lets this node work on runs from the moment that schema and register are in order, until the server stops, and tell who
 * watches a run or an import how far it is.
 */
@Singleton
@Startup
@DependsOn("RegisterAtWork")
@TransactionManagement(TransactionManagementType.BEAN)
public class RunsAtWork {

    private static final long LOOK = 1;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService clockwork;

    @Inject
    private RunScheduler scheduler;

    @Inject
    private MailSender mail;

    @Inject
    private RunFeed runs;

    @Inject
    private ImportFeed imports;

    private @Nullable ScheduledFuture<?> looking;

    @PostConstruct
    void start() {
        scheduler.start(threads, mail);
        looking = clockwork.scheduleWithFixedDelay(this::look, LOOK, LOOK, TimeUnit.SECONDS);
    }

    private void look() {
        runs.look();
        imports.look();
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        scheduler.stop();
    }
}
