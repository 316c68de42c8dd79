package nl.werkvlak.platform.onboarding;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What an import found and counted so far; it tells the ledger about once a second, however fast the rows come. */
final class Progress {

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final ImportLedger ledger;
    private final UUID id;
    private final Map<ExportFile, Tally> tallies = new EnumMap<>(ExportFile.class);
    private final List<Finding> refusals = new ArrayList<>();
    private final List<Finding> notices = new ArrayList<>();
    private long listed;
    private long ignored;
    private long marked;
    private long refusalsTotal;
    private long toldAt = System.nanoTime();

    Progress(ImportLedger ledger, UUID id) {
        this.ledger = ledger;
        this.id = id;
        for (var file : ExportFile.values()) {
            tallies.put(file, new Tally());
        }
    }

    UUID id() {
        return id;
    }

    Tally tally(ExportFile file) {
        return Objects.requireNonNull(tallies.get(file));
    }

    boolean hasRefusals() {
        return refusalsTotal > 0;
    }

    void refuse(Finding finding) {
        refusalsTotal++;
        if (listed < ImportReport.LISTED) {
            listed++;
            refusals.add(finding);
        }
    }

    void notice(Finding finding) {
        // A header can hold a thousand unknown columns; a hundred tell enough.
        if (ignored++ < 100) {
            notices.add(finding);
        }
    }

    void mark(Finding finding) {
        if (marked++ < ImportReport.LISTED) {
            notices.add(finding);
        }
    }

    void at(ImportReport.State state, ExportFile file) throws SQLException {
        ledger.at(id, state, file);
        tell();
    }

    /** Called for every portion of rows. */
    void step() throws SQLException {
        if (System.nanoTime() - toldAt > PAUSE) {
            tell();
        }
    }

    void tell() throws SQLException {
        toldAt = System.nanoTime();
        ledger.counts(id, tallies, refusalsTotal);
        ledger.findings(id, refusals, false);
        refusals.clear();
        ledger.findings(id, notices, true);
        notices.clear();
    }
}
