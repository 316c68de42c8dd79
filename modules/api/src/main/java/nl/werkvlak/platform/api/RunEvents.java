package nl.werkvlak.platform.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import nl.werkvlak.platform.kernel.Feed;
import nl.werkvlak.platform.reporting.RunView;

/**
 * A run as server-sent events, each of them the whole of {@link RunProgress}: who comes back after a break has missed
 * nothing that still counts.
 */
final class RunEvents implements Feed.Watcher<RunView> {

    private final SseEventSink sink;
    private final Sse sse;

    RunEvents(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public boolean tell(RunView view) {
        if (sink.isClosed()) {
            return false;
        }
        sink.send(sse.newEventBuilder()
                .name("progress")
                .id(Long.toString(view.done()))
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, new String(RecordJson.write(RunProgress.of(view)), StandardCharsets.UTF_8))
                .build());
        return !sink.isClosed();
    }

    @Override
    public void end() {
        sink.close();
    }
}
