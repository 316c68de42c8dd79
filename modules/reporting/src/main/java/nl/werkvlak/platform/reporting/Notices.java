package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.Page;
import nl.werkvlak.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The desk for notices to recipients (regulation art. 14.1.e, GDPR 19), of the tenant in context only: which reports that
 * it knew were withdrawn or corrected. Never why, and nothing about a person but the number of the report.
 */
@Dependent
public class Notices {

    private final DataSource database;
    private final Clock clock;

    @Inject
    public Notices(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What happened to the report. */
    public enum What {
        WITHDRAWN,
        CORRECTED
    }

    /**
     * A notice.
     *
     * @param version the one that is not given out any more
     * @param nextVersion the one that took its place; null when it was withdrawn
     * @param at when it was told (UTC)
     * @param acknowledgedAt null as long as nobody of the tenant said that it was read
     */
    public record Notice(
            UUID id,
            What what,
            String number,
            int version,
            @Nullable Integer nextVersion,
            Instant at,
            @Nullable Instant acknowledgedAt) {

        Place place() {
            return new Place(at, id);
        }
    }

    /** Where a notice stands in the list: the latest first, then by id. */
    public record Place(Instant at, UUID id) {}

    /**
     * What to list.
     *
     * @param acknowledged only those that were, or only those that were not; null for both
     */
    public record Query(
            @Nullable Boolean acknowledged, @Nullable Place after, int limit) {}

    public Page<Notice, Place> list(Query query) {
        return Transactions.in(
                database,
                connection -> Page.of(
                        new NoticeStore(connection, CurrentTenant.required()).list(query, query.limit() + 1),
                        query.limit(),
                        Notice::place));
    }

    /**
     * Records that the tenant read a notice; once is enough, again changes nothing.
     *
     * @param by the id of the portal client or account that says so
     */
    public Notice acknowledge(UUID id, String by) {
        return Transactions.in(database, connection -> {
            var store = new NoticeStore(connection, CurrentTenant.required());
            store.acknowledge(id, by, clock.instant());
            return store.find(id).stream()
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown("notice", "There is no such notice."));
        });
    }
}
