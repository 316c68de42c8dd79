package nl.werkvlak.platform.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page about things that go on that there is something new to show, as server-sent events; what that is, the page
 * asks for itself. Not from the API: a browser has the cookie of its visit, and no token.
 */
abstract class EventsServlet<T> extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** As many as the longest list shows. */
    private static final int MOST = 24;

    /**
     * How it stands now.
     *
     * @throws Refusal when there is no such thing
     */
    abstract T find(UUID id);

    abstract void watch(T now, Feed.Watcher<T> watcher);

    /** In a word or two, that nobody has to read. */
    abstract String told(T now);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var watched = ids(request.getParameterValues("id")).map(this::find).toList();
        response.setContentType("text/event-stream;charset=UTF-8");
        var out = response.getWriter();
        var open = request.startAsync();
        // The feed ends it.
        open.setTimeout(0);
        var reader = new Reader(open, out, watched.size());
        watched.forEach(each -> watch(each, reader));
    }

    private static Stream<UUID> ids(String @Nullable [] named) {
        if (named == null || named.length > MOST) {
            throw unknown();
        }
        return Stream.of(named).map(each -> Here.uuidIn(each).orElseThrow(EventsServlet::unknown));
    }

    private static Refusal unknown() {
        return Refusal.unknown("page", "There is no such page.");
    }

    /** It would wait for an end of which it is told nothing. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /**
     * A browser at the other end, until the last of what it watches has ended. What it is told of one in the longest watch fits
     * in the buffer of a line: no write waits for it.
     */
    private final class Reader implements Feed.Watcher<T> {

        private final AsyncContext open;
        private final PrintWriter out;
        private final AtomicInteger left;

        private Reader(AsyncContext open, PrintWriter out, int left) {
            this.open = open;
            this.out = out;
            this.left = new AtomicInteger(left);
        }

        @Override
        public boolean tell(T now) {
            // One may be told of while another is only being sat down for.
            synchronized (out) {
                out.write("event: progress\ndata: " + told(now) + "\n\n");
                return !out.checkError();
            }
        }

        @Override
        public void end() {
            if (left.decrementAndGet() == 0) {
                open.complete();
            }
        }
    }
}
