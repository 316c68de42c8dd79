package nl.werkvlak.platform.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.werkvlak.platform.disclosure.register.Disclosures;
import nl.werkvlak.platform.disclosure.register.Witness;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the disclosure register in order on this node: what came before the seals is sealed before anything is written,
 * the anchor follows every second, and each night every register is verified against this node's anchor.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RegisterAtWork {

    @Resource
    private ManagedScheduledExecutorService threads;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Witness witness;

    private @Nullable ScheduledFuture<?> looking;

    @PostConstruct
    void start() {
        disclosures.sealWhatCameBefore();
        witness.look();
        looking = threads.scheduleWithFixedDelay(witness::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Not kept by the server: a node that was down looks the next night, and the others looked meanwhile. */
    @Schedule(hour = "3", minute = "10", timezone = "Europe/Amsterdam", persistent = false)
    void verify() {
        disclosures.verifyAll();
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
