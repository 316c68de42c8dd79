package nl.werkvlak.platform.scenarios;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The API of the platform as a machine sees it, over HTTP. */
final class Api {

    // Without TLS the client would ask to go on in HTTP/2, in the middle of which an answer was once taken for a frame.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String authorization;

    private Api(URI address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    static Api of(URI address) {
        return new Api(address, "");
    }

    /** The same API, for who gets a token with these credentials. */
    Api as(String client, String secret) {
        var token = token(client, secret);
        if (token.statusCode() != 200) {
            throw new IllegalStateException("No token: " + token.statusCode());
        }
        return bearing(json(token).getString("access_token"));
    }

    /** With the same token, at another server. */
    Api at(URI other) {
        return new Api(other, authorization);
    }

    Api bearing(String token) {
        return new Api(address, "Bearer " + token);
    }

    HttpResponse<byte[]> token(String client, String secret) {
        var basic = Base64.getEncoder()
                .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        return send(request("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send(authorized(path, headers).GET());
    }

    /** The lines of an answer as they come, until the server ends it. */
    Stream<String> lines(String path, String... headers) {
        try {
            var answer = http.send(authorized(path, headers).GET().build(), BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No lines: " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("The platform does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    HttpResponse<byte[]> post(String path, String type, String body) {
        return send(authorized(path, "Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> post(String path, String type, byte[] body) {
        return send(authorized(path, "Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        return send(authorized(path, headers).method(method, BodyPublishers.noBody()));
    }

    /** A portal of a tenant, new and with a name that nobody has. */
    Api portalOf(String tenant) {
        return opened(Json.createObjectBuilder().add("role", "TENANT_PORTAL").add("tenant", tenant));
    }

    /** A machine of the platform's own people, new and with a name that nobody has. */
    Api clientWith(String role) {
        return opened(Json.createObjectBuilder().add("role", role));
    }

    private Api opened(JsonObjectBuilder client) {
        var id = "client-" + UUID.randomUUID().toString().substring(0, 13);
        var opened = json(post(
                "/api/v1/api-clients",
                "application/json",
                client.add("id", id).build().toString()));
        return of(address).as(id, opened.getString("secret"));
    }

    static JsonObject json(HttpResponse<byte[]> response) {
        try (var reader = Json.createReader(new StringReader(text(response)))) {
            return reader.readObject();
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Everything that an answer shows: status, headers and body, but for the clock, and whether the line is kept. */
    static String everything(HttpResponse<byte[]> response) {
        var headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        headers.remove("connection");
        headers.remove("keep-alive");
        return response.statusCode() + " " + headers + " " + HexFormat.of().formatHex(response.body());
    }

    private HttpRequest.Builder authorized(String path, String... headers) {
        var request = request(path);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("The platform does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
