package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a client puts into a field, no line of the log and no row of the audit trail gets a control character from it. */
@QuarkusTest
class LogLinesResourceTest {
    /** The end of a line as ASCII, ISO 8859-1 and Unicode have it, and what colours a terminal. */
    private static final String FORGED = "a\u001b[31m\u0085\u2028\u2029b";

    /** What the server takes for a header at all. */
    private static final String TAKEN = "a\u0085\u2028\u2029b";

    private static final String IN_PATH = "a%0d%0a2026%20ada:%20signed%20in%1b%5b31m%c2%85%e2%80%a8%e2%80%a9%00b";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    @TestHTTPResource("/")
    URI here;

    @Inject
    Jdbi jdbi;

    private final List<String> lines = new ArrayList<>();
    private final Handler catching = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            String text = ExtLogRecord.wrap(logged).getFormattedMessage();
            synchronized (lines) {
                lines.add(logged.getLoggerName() + " " + text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(catching);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(catching);
    }

    @Test
    void noFieldForgesALine() throws IOException, InterruptedException {
        long before = newest();
        String ingest = key("sends", Role.INGEST);
        String read = key("reads", Role.READ);
        for (String path : List.of(
                "/" + IN_PATH,
                "/metrics/" + IN_PATH,
                "/metrics/csat.json?period=" + IN_PATH,
                "/metrics/csat.json?" + IN_PATH + "=x",
                "/follow-up.csv?topic=" + IN_PATH + "&" + IN_PATH + "=1",
                "/settings/api-keys?" + IN_PATH,
                "/api/imports/" + IN_PATH,
                "/sign-in?code=" + IN_PATH + "&state=" + IN_PATH,
                "/customers/list.csv?q=" + IN_PATH)) {
            for (String forged : List.of(TAKEN, FORGED)) {
                for (String key : List.of("", "Bearer " + read, "Bearer rpt_" + forged, "Basic " + forged)) {
                    send(
                            "GET " + path,
                            "Authorization: " + key,
                            "User-Agent: " + forged,
                            "Referer: " + forged,
                            "Accept-Language: " + forged,
                            "Cookie: q_session=" + forged + "; csv=" + forged,
                            "X-Forwarded-For: " + forged,
                            "HX-Target: " + forged,
                            "If-None-Match: " + forged,
                            "Origin: " + forged,
                            "X-" + "x".repeat(50) + ": " + forged);
                }
            }
        }
        String body = "--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n" + FORGED
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + FORGED
                + ".csv\"\r\n\r\na,b\r\n1,2\r\n--x--\r\n";
        send(
                "POST /api/imports",
                "Authorization: Bearer " + ingest,
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
                "",
                body);
        send(
                "POST /api/imports?name=" + IN_PATH + "&mapping=" + IN_PATH,
                "Authorization: Bearer " + ingest,
                "Content-Type: text/csv" + FORGED,
                "Content-Length: 3",
                "",
                "a,b");
        send(
                "POST /theme",
                "Content-Type: application/x-www-form-urlencoded",
                "Origin: http://" + FORGED,
                "Content-Length: 200",
                "",
                "theme=" + IN_PATH);
        QuarkusTransaction.requiringNew().run(() -> key(FORGED, Role.READ));
        Thread.sleep(1_500);

        List<String> heard;
        synchronized (lines) {
            heard = List.copyOf(lines);
        }
        assertThat(heard).noneMatch(line -> CONTROL.matcher(line).find());
        assertThat(heard).anyMatch(line -> line.contains("access denied"));
        assertThat(kept(before))
                .isNotEmpty()
                .noneMatch(line -> CONTROL.matcher(line).find());
    }

    private void send(String request, String... lines) throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.setSoTimeout(5_000);
            String text = request + " HTTP/1.1\r\nHost: " + here.getAuthority() + "\r\nConnection: close\r\n"
                    + String.join("\r\n", lines)
                    + (List.of(lines).contains("") ? "" : "\r\n\r\n");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            try {
                socket.getInputStream().readAllBytes();
            } catch (IOException reset) {
                // It need not be heard to the end.
            }
        }
    }

    private long newest() {
        return jdbi.withHandle(handle -> handle.select("select coalesce(max(id), 0) from audit_entry")
                .mapTo(Long.class)
                .one());
    }

    private List<String> kept(long after) {
        return jdbi.withHandle(
                handle -> handle.select("select who || ' ' || detail from audit_entry where id > ?", after)
                        .mapTo(String.class)
                        .list());
    }

    private static String key(String name, String scope) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.create(name, scope, "test", Instant.now()).secret());
    }
}
