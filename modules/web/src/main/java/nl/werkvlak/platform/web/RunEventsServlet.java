package nl.werkvlak.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.reporting.RunFeed;
import nl.werkvlak.platform.reporting.RunView;
import nl.werkvlak.platform.reporting.Runs;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/**
 * Tells a page about a run that there is something new to show, as server-sent events; what that is, the page asks for
 * itself. Not from the API: a browser has the cookie of its visit, and no token.
 */
@WebServlet(value = "/run-events", asyncSupported = true)
@Requires(Permission.RUN_READ)
public class RunEventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Runs runs;

    @Inject
    private transient RunFeed feed;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var run = runs.get(Here.uuidIn(request.getParameter("id"))
                .orElseThrow(() -> Refusal.unknown("run", "There is no such run.")));
        response.setContentType("text/event-stream;charset=UTF-8");
        var out = response.getWriter();
        var open = request.startAsync();
        // The feed ends it.
        open.setTimeout(0);
        feed.watch(run, new Reader(open, out));
    }

    /** It would wait for an end of which it is told nothing. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** A browser at the other end. What it is told in the longest watch fits in the buffer of a line: no write waits for it. */
    private record Reader(AsyncContext open, PrintWriter out) implements RunFeed.Watcher {

        @Override
        public boolean tell(RunView view) {
            out.write("event: progress\ndata: " + view.done() + "/" + view.planned() + " " + view.state() + "\n\n");
            return !out.checkError();
        }

        @Override
        public void end() {
            open.complete();
        }
    }
}
