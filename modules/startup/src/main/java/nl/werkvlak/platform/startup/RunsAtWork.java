package nl.werkvlak.platform.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import nl.werkvlak.platform.reporting.RunScheduler;
import nl.werkvlak.platform.reporting.mail.MailSender;

/** Lets this node work on runs from the moment that schema and register are in order, until the server stops. */
@Singleton
@Startup
@DependsOn("RegisterAtWork")
@TransactionManagement(TransactionManagementType.BEAN)
public class RunsAtWork {

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private RunScheduler scheduler;

    @Inject
    private MailSender mail;

    @PostConstruct
    void start() {
        scheduler.start(threads, mail);
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
