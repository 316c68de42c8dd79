package nl.werkvlak.platform.scenarios;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.werkvlak.platform.launcher.SampleMonth;

/** Somebody who reads the pages without a browser: what is sent, and not what is drawn. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    static Visitor loggedInAs(String who) {
        var visitor = new Visitor();
        visitor.send(
                "login",
                "login",
                Map.of("name", who, "password", SampleMonth.made().secret(who), "enter", "enter"));
        var home = Api.text(visitor.get("home"));
        var found = TOKEN.matcher(home);
        if (!found.find()) {
            throw new IllegalStateException(who + " was not let in");
        }
        visitor.token = found.group(1);
        return visitor;
    }

    HttpResponse<byte[]> get(String path) {
        return answer(HttpRequest.newBuilder(address(path)).GET());
    }

    /** Fills in a form of Faces and sends it. */
    HttpResponse<byte[]> send(String path, String form, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put(form, form);
        all.put("token", token);
        all.put("jakarta.faces.ViewState", "stateless");
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var origin = SampleMonth.made().address();
        return answer(HttpRequest.newBuilder(address(path))
                .header("Origin", "http://" + origin.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("The pages do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static URI address(String path) {
        return SampleMonth.made().address().resolve("/app/" + path);
    }
}
