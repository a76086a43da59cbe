package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What happens to a long list when one side goes away. */
@QuarkusTest
@TestSecurity(user = "sven", roles = Role.SUPPORT)
class RowsStreamResourceTest {
    private static final String END_OF_CHUNKS = "0\r\n\r\n";
    private static final String RUNNING =
            "query like '%ticket as fact%' and pid <> pg_backend_pid() and state <> 'idle'";

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URL here;

    @BeforeEach
    void fill() throws SQLException {
        execute("""
                insert into ticket (key, channel_id, subject, created_at, content)
                select 'stream-' || n, channel.id, repeat('long ', 40), '2002-05-05T10:00Z'::timestamptz + n * interval '1 second',
                       gen_random_uuid()
                from generate_series(1, 80000) as n join channel on key = 'chat'
                """);
    }

    @AfterEach
    void clean() throws SQLException {
        execute("delete from ticket where key like 'stream-%'");
    }

    @Test
    void theDatabaseDoesNotWorkForAReaderWhoHasLeft() throws Exception {
        try (Socket reader = ask()) {
            reader.getInputStream().readNBytes(20_000);
            assertThat(running()).isOne();
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (running() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(running()).isZero();
    }

    @RepeatedTest(5)
    void aListThatIsCutOffDoesNotLookWhole() throws Exception {
        try (Socket reader = ask()) {
            InputStream in = reader.getInputStream();
            in.readNBytes(20_000);
            execute("select pg_terminate_backend(pid) from pg_stat_activity where " + RUNNING);
            assertThat(rest(in)).doesNotEndWith(END_OF_CHUNKS);
        }
    }

    @Test
    void aWholeListEndsAsItShould() throws Exception {
        try (Socket reader = ask()) {
            assertThat(rest(reader.getInputStream()))
                    .endsWith(END_OF_CHUNKS)
                    .contains("stream-80000,")
                    .contains("stream-1,");
        }
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket(here.getHost(), here.getPort());
        socket.setSoTimeout(20_000);
        String request = "GET /metrics/ticket_volume/rows.csv?from=2002-05-01&to=2002-06-30 HTTP/1.1\r\nHost: "
                + here.getHost() + ":" + here.getPort() + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Up to the end, however it comes. */
    private static String rest(InputStream in) {
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[65_536];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                text.append(new String(piece, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return text + "(broken off)";
        }
        return text.toString();
    }

    private long running() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity where " + RUNNING)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
