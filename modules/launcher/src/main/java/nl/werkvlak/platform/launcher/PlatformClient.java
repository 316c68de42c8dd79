package nl.werkvlak.platform.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The platform over HTTP, as one client of it sees it. The launcher has no other way in than anybody else.
 *
 * <p>Tokens live a quarter of an hour at most, and are renewed in time.
 */
final class PlatformClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEFORE_IT_ENDS = Duration.ofMinutes(1);
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String id;
    private final String secret;
    private String token = "";
    private Instant renewAt = Instant.EPOCH;

    PlatformClient(URI base, String id, String secret) {
        this.base = base;
        this.id = id;
        this.secret = secret;
    }

    JsonObject get(String path) throws IOException {
        return json(send(authorized(path).GET().build(), OK));
    }

    /** Starts what takes a while; the answer tells how it stands, and the path where to ask again. */
    Started start(String path, String contentType, HttpRequest.BodyPublisher body) throws IOException {
        var answer = send(
                authorized(path).header("Content-Type", contentType).POST(body).build(), ACCEPTED);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return new Started(base.resolve(location).getPath(), json(answer));
    }

    Started start(String path, JsonObject body) throws IOException {
        return start(path, "application/json", HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    Started upload(String path, Path zip) throws IOException {
        return start(path, "application/zip", HttpRequest.BodyPublishers.ofFile(zip));
    }

    /** Makes something; empty when it was there already. */
    Optional<JsonObject> make(String path, JsonObject body) throws IOException {
        var answer = exchange(authorized(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        return answer.statusCode() == CONFLICT ? Optional.empty() : Optional.of(json(expect(answer, CREATED)));
    }

    /**
     * Something that was started.
     *
     * @param path where to ask how it stands
     * @param state how it stood then
     */
    record Started(String path, JsonObject state) {}

    private HttpRequest.Builder authorized(String path) throws IOException {
        if (Instant.now().isAfter(renewAt)) {
            var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
            var answer = json(send(
                    HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                            .timeout(PATIENCE)
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    OK));
            token = answer.getString("access_token");
            renewAt = Instant.now().plusSeconds(answer.getInt("expires_in", 0)).minus(BEFORE_IT_ENDS);
        }
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest request, int wanted) throws IOException {
        return expect(exchange(request), wanted);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotStart(
                    "The server stopped answering: server/server.out in the data folder says why. What was not done"
                            + " yet is done at the next start.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was broken off.", e);
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer, int wanted) {
        if (answer.statusCode() == wanted) {
            return answer;
        }
        throw new CannotStart("The platform answered %d to %s %s: %s"
                .formatted(
                        answer.statusCode(),
                        answer.request().method(),
                        answer.request().uri().getPath(),
                        answer.body()));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
