package dev.rapport.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who uses the product: signed in as a browser is, or a program with a key. Nothing is taken from a cache. */
final class Client {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final String url;
    private final HttpClient http;
    private final Map<String, String> headers;

    private Client(String url, HttpClient http, Map<String, String> headers) {
        this.url = url;
        this.http = http;
        this.headers = headers;
    }

    static Client withKey(String url, String key) {
        return new Client(url, HttpClient.newHttpClient(), Map.of("Authorization", "Bearer " + key));
    }

    /** Ada, who may see everything, through Keycloak's form. */
    static Client signedIn(String url) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new Cookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        HttpRequest first = HttpRequest.newBuilder(URI.create(url + "/overview"))
                .header("Accept", "text/html")
                .build();
        Matcher form = FORM.matcher(http.send(first, BodyHandlers.ofString()).body());
        if (!form.find()) {
            throw new IllegalStateException("Keycloak shows no form");
        }
        String said = "username=ada&password=" + URLEncoder.encode("ada-demo-1234", StandardCharsets.UTF_8);
        HttpRequest answer = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(said))
                .build();
        HttpResponse<String> landed = http.send(answer, BodyHandlers.ofString());
        if (landed.statusCode() != 200 || !landed.uri().getPath().equals("/overview")) {
            throw new IllegalStateException("signing in led to " + landed.uri() + " with " + landed.statusCode());
        }
        return new Client(url, http, Map.of());
    }

    /** The whole page. */
    byte[] page(String path) throws IOException, InterruptedException {
        return get(request(path).header("Accept", "text/html").build());
    }

    /** The part of the page that HTMX swaps. */
    byte[] fragment(String path) throws IOException, InterruptedException {
        return get(request(path)
                .header("Accept", "text/html")
                .header("HX-Request", "true")
                .build());
    }

    byte[] data(String path) throws IOException, InterruptedException {
        return get(request(path).build());
    }

    /** Whatever the answer is. */
    HttpResponse<byte[]> response(String path, String accept) throws IOException, InterruptedException {
        return http.send(request(path).header("Accept", accept).build(), BodyHandlers.ofByteArray());
    }

    /** A body that is read while it comes. */
    InputStream stream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(path).build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    String post(String path, String type, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request =
                request(path).header("Content-Type", type).POST(body).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    path + " was answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(10));
        headers.forEach(request::header);
        return request;
    }

    private byte[] get(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " was answered with " + response.statusCode());
        }
        return response.body();
    }
}
