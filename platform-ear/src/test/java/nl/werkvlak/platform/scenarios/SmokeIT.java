package nl.werkvlak.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmokeIT {

    @Nested
    class The_product_as_shipped {

        @Test
        void is_healthy() throws IOException, InterruptedException {
            assertThat(get("/health").body()).contains("\"status\":\"UP\"");
        }

        @Test
        void has_pages_and_an_api() throws IOException, InterruptedException {
            assertThat(get("/app/").statusCode()).isLessThan(400);
            assertThat(get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
        }

        @Test
        void does_not_tell_what_it_runs_on() throws IOException, InterruptedException {
            assertThat(get("/app/").headers().map()).doesNotContainKeys("server", "x-powered-by");
        }

        @Test
        void listens_on_loopback_only() throws IOException {
            get_the_server_running();
            assertThat(ServerUnderTest.pids())
                    .hasSize(2)
                    .allSatisfy(pid -> assertThat(listening(pid))
                            .isNotEmpty()
                            .allSatisfy(address -> assertThat(address).isIn(LOOPBACK)));
        }
    }

    /** 127.0.0.1 as the kernel writes it: of IPv4, and of IPv4 in IPv6. */
    private static final List<String> LOOPBACK = List.of("0100007F", "0000000000000000FFFF00000100007F");

    private static final String LISTENING = "0A";

    private static void get_the_server_running() {
        assertThat(ServerUnderTest.base().getHost()).isEqualTo("127.0.0.1");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = ServerUnderTest.base().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The addresses on which a process listens, out of the tables of the kernel. */
    private static List<String> listening(long pid) throws IOException {
        var sockets = socketsOf(pid);
        var lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        return lines.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTENING) && sockets.contains("socket:[" + fields[9] + "]"))
                .map(fields -> fields[1].substring(0, fields[1].indexOf(':')))
                .toList();
    }

    private static List<String> socketsOf(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.map(SmokeIT::target)
                    .filter(target -> target.startsWith("socket:"))
                    .toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
