package nl.werkvlak.platform.disclosure.register;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.werkvlak.platform.disclosure.register.Anchor.Point;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.tenancy.Sql;
import nl.werkvlak.platform.tenancy.Tenants;
import nl.werkvlak.platform.tenancy.Transactions;
import nl.werkvlak.platform.trajectory.Commissions;
import nl.werkvlak.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk of the disclosure register, for who watches over it: what did this tenant ever receive about this person, who
 * received this datum, what became of this report, and whether the register is as it was written. It only reads.
 */
@Dependent
public class Disclosures {

    private static final Logger LOG = LoggerFactory.getLogger(Disclosures.class);

    private final DataSource database;
    private final Vault vault;
    private final Anchor anchor;
    private final Clock clock;

    @Inject
    public Disclosures(DataSource database, Vault vault, Anchor anchor, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.anchor = anchor;
        this.clock = clock;
    }

    /**
     * What is asked; an absent part asks for everything. All that is there has to hold.
     *
     * @param trajectory whose client is meant
     * @param category only what was received of this category; what was only listed is left out
     * @param after the sequence of the last entry of the page before; 0 begins
     */
    public record Question(
            @Nullable UUID client,
            @Nullable UUID trajectory,
            @Nullable UUID report,
            @Nullable DataCategory category,
            long after,
            int limit) {}

    /**
     * A page of an answer, oldest first.
     *
     * @param next the sequence after which the next page begins; null when this is the last one
     */
    public record Page(List<Disclosed> entries, @Nullable Long next) {}

    /** What left, also of reports that were withdrawn since; nothing about a client who was erased. */
    public Page find(TenantId tenant, Question question) {
        return reading(tenant, connection -> {
            var client = question.client();
            if (question.trajectory() != null) {
                var owner = Commissions.clientOf(Sql.ofTenant(connection, tenant), question.trajectory())
                        .orElseThrow(() -> Refusal.unknown("trajectory", "There is no such trajectory."));
                if (client != null && !client.equals(owner)) {
                    return new Page(List.of(), null);
                }
                client = owner;
            }
            var found = new RegisterStore(connection, tenant)
                    .find(client, question.report(), question.category(), question.after(), question.limit() + 1);
            var page = found.stream().limit(question.limit()).map(Disclosed::of).toList();
            var next = found.size() > page.size() ? page.get(page.size() - 1).sequence() : null;
            return new Page(page, next);
        });
    }

    /** Reads the whole register of a tenant, and says what is not as it was written. */
    public Verification verify(TenantId tenant) {
        // The points first: what is anchored was committed before, so the register has to hold it.
        var last = lastMark(tenant);
        try (var points = anchor.points(tenant)) {
            return reading(
                    tenant,
                    connection -> new Verifier(connection, vault, tenant, points, last, clock.instant()).verify());
        }
    }

    /** Shows that an entry is under its seal. */
    public InclusionProof prove(TenantId tenant, UUID id) {
        return reading(tenant, connection -> {
            Supplier<Refusal> unknown = () -> Refusal.unknown("disclosure", "There is no such entry.");
            var store = new RegisterStore(connection, tenant);
            var entry = store.entry(id).orElseThrow(unknown);
            var seal = store.sealOver(entry.sequence()).orElseThrow(unknown);
            var leaves = store.hashesOf(seal);
            var position = Math.toIntExact(entry.sequence() - seal.first());
            if (entry.hash() == null || leaves.size() != seal.last() - seal.first() + 1) {
                throw Refusal.conflict(
                        "register-damaged", "The entries of this seal are not complete: ask for a verification.");
            }
            return new InclusionProof(
                    entry.sequence(),
                    entry.hash().hex(),
                    position,
                    leaves.size(),
                    MerkleTree.path(position, leaves).stream().map(Hash::hex).toList(),
                    seal.root().hex(),
                    seal.number(),
                    seal.hash().hex());
        });
    }

    /** Verifies the registers of all tenants, and is loud about each that is not intact. */
    public void verifyAll() {
        for (var tenant : new Tenants(database).all()) {
            try {
                var verification = verify(tenant.id());
                if (verification.isIntact()) {
                    LOG.info(
                            "The disclosure register of tenant {} is intact: {} entries",
                            tenant.id(),
                            verification.entries());
                } else {
                    LOG.error(
                            "THE DISCLOSURE REGISTER OF TENANT {} IS NOT INTACT: {} findings, the first of them {}",
                            tenant.id(),
                            verification.found(),
                            verification.findings());
                }
            } catch (RuntimeException e) {
                LOG.error("THE DISCLOSURE REGISTER OF TENANT {} COULD NOT BE VERIFIED", tenant.id(), e);
            }
        }
    }

    /** Takes what was registered before there were seals into the chain. Done at every start; does it once. */
    public void sealWhatCameBefore() {
        var awaited = Transactions.in(database, FirstSeal::awaited);
        for (var tenant : awaited) {
            Transactions.in(database, connection -> {
                FirstSeal.put(connection, vault, tenant);
                return tenant;
            });
        }
    }

    private long lastMark(TenantId tenant) {
        try {
            return anchor.last(tenant).map(Point::sequence).orElse(0L);
        } catch (AnchorDamaged e) {
            // Told with the points.
            return 0;
        }
    }

    /** Reads one moment: what is written meanwhile is not seen. */
    private <T> T reading(TenantId tenant, Transactions.Work<T> reading) {
        if (new Tenants(database).find(tenant).isEmpty()) {
            throw Refusal.unknown("tenant", "There is no such tenant.");
        }
        return Transactions.in(database, reading);
    }
}
