package nl.werkvlak.platform.web;

import java.util.ArrayList;
import java.util.List;
import nl.werkvlak.platform.reporting.RunView;

/**
 * A part of the bar that shows a run, in thousandths of its width.
 *
 * @param kind the name of its colour and of its text
 */
public record Slice(String kind, long count, long start, long width) {

    /** In the order in which they are shown. */
    static final List<String> KINDS = List.of("issued", "waiting", "withheld", "failed", "cancelled");

    private static final long WHOLE = 1_000;

    /** What has become of a run's parts; what is still to do is the ground. */
    static List<Slice> of(RunView run) {
        var counts = List.of(run.issued(), run.waiting(), run.withheld(), run.failed(), run.cancelled());
        var slices = new ArrayList<Slice>();
        var done = 0L;
        for (var at = 0; at < KINDS.size(); at++) {
            var start = share(done, run.planned());
            done += counts.get(at);
            slices.add(new Slice(KINDS.get(at), counts.get(at), start, share(done, run.planned()) - start));
        }
        return slices;
    }

    private static long share(long count, long planned) {
        return planned == 0 ? 0 : Math.round((double) WHOLE * count / planned);
    }
}
