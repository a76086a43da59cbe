package dev.rapport.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An OpenID provider for tests in the manner of Keycloak: code flow, renewal, sign-out by refresh token, keys that change,
 * and all the ways in which one can be away. It is told what to do on a second port, as Quarkus loads tests more than once.
 */
final class FakeProvider {
    static final String REALM = "/realms/rapport";

    private static final int BITS = 2048;

    private final Map<String, String> told = new ConcurrentHashMap<>(Map.of(
            "mode", "answering", "lifespan", "60", "sub", "ada-sub", "person", "ada", "roles", "admin", "key", "1"));
    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final HttpServer control;
    private final int port;
    private HttpServer server;

    private FakeProvider() throws IOException {
        key();
        server = listen(0);
        port = server.getAddress().getPort();
        control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        control.createContext("/", this::control);
        control.setExecutor(Executors.newSingleThreadExecutor(FakeProvider::daemon));
        control.start();
    }

    /** Starts one; says where it listens and where it is told what to do. */
    static List<String> start() {
        try {
            FakeProvider provider = new FakeProvider();
            return List.of(
                    provider.issuer(),
                    "http://localhost:" + provider.control.getAddress().getPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String issuer() {
        return "http://localhost:" + port + REALM;
    }

    private HttpServer listen(int at) throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        made.createContext("/", this::answer);
        made.setExecutor(Executors.newCachedThreadPool(FakeProvider::daemon));
        made.start();
        return made;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-provider");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes {@code name=value} pairs from the query, and answers with what was asked of the provider since the last time. */
    private void control(HttpExchange exchange) throws IOException {
        Map<String, String> wanted = form(exchange.getRequestURI().getRawQuery());
        String before = told.get("mode");
        told.putAll(wanted);
        String mode = told.get("mode");
        if (mode.equals("stopped") && !before.equals("stopped")) {
            server.stop(0);
        } else if (!mode.equals("stopped") && before.equals("stopped")) {
            server = listen(port);
        }
        String heard = String.join("\n", log);
        log.clear();
        send(exchange, 200, heard);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(REALM.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        log.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        if (told.get("mode").equals("hanging")) {
            return;
        }
        if (told.get("mode").equals("failing")) {
            send(exchange, 502, "<html>no JSON</html>");
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" ->
                send(exchange, 200, discovery().encode());
            case "/keys" -> send(exchange, 200, publicKeys().encode());
            case "/auth" -> signIn(exchange);
            case "/token" -> token(exchange, form(body));
            case "/logout" -> {
                sessions.remove(form(body).getOrDefault("refresh_token", ""));
                send(exchange, 204, "");
            }
            default -> send(exchange, 404, "");
        }
    }

    private JsonObject discovery() {
        return new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/auth")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                // For browsers, and of no use to a server behind a proxy.
                .put("end_session_endpoint", "http://sign-in.invalid/logout");
    }

    private void signIn(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        nonces.put(code, query.get("nonce"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8));
        send(exchange, 302, "");
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        String code = form.get("code");
        String nonce = code == null ? null : nonces.remove(code);
        String session = code == null
                ? sessions.get(form.get("refresh_token"))
                : UUID.randomUUID().toString();
        if (told.get("mode").equals("refusing") || session == null || code != null && nonce == null) {
            send(exchange, 400, new JsonObject().put("error", "invalid_grant").encode());
            return;
        }
        String refresh = UUID.randomUUID().toString();
        sessions.put(refresh, session);
        send(
                exchange,
                200,
                new JsonObject()
                        .put("access_token", accessToken())
                        .put("id_token", idToken(session, nonce))
                        .put("refresh_token", refresh)
                        .put("token_type", "Bearer")
                        .put("expires_in", 60)
                        .encode());
    }

    private String accessToken() {
        Set<String> roles = Arrays.stream(told.get("roles").split(",")).collect(Collectors.toSet());
        return Jwt.issuer(issuer())
                .claim("realm_access", Map.of("roles", roles))
                .subject(told.get("sub"))
                .issuedAt(expiry().minusSeconds(60))
                .expiresAt(expiry())
                .jws()
                .keyId(told.get("key"))
                .sign(key().getPrivate());
    }

    private String idToken(String session, String nonce) {
        var token = Jwt.issuer(issuer())
                .audience("rapport")
                .subject(told.get("sub"))
                .preferredUserName(told.get("person"))
                .claim("name", "Name of " + told.get("person"))
                .claim("sid", session)
                .issuedAt(expiry().minusSeconds(60))
                .expiresAt(expiry());
        if (nonce != null) {
            token.claim("nonce", nonce);
        }
        return token.jws().keyId(told.get("key")).sign(key().getPrivate());
    }

    /** A token may be one that ran out already, which only the time of grace takes. */
    private Instant expiry() {
        return Instant.now().plusSeconds(Long.parseLong(told.get("lifespan")));
    }

    private KeyPair key() {
        return keys.computeIfAbsent(told.get("key"), id -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private JsonObject publicKeys() {
        RSAPublicKey key = (RSAPublicKey) key().getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("use", "sig")
                                        .put("alg", "RS256")
                                        .put("kid", told.get("key"))
                                        .put("n", number(key.getModulus()))
                                        .put("e", number(key.getPublicExponent()))));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new ConcurrentHashMap<>();
        if (text != null) {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2) {
                    form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                }
            }
        }
        return form;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
