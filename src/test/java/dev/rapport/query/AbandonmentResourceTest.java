package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.team.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that cannot be answered, as somebody else has locked a table, is dropped when its browser goes. */
@QuarkusTest
@TestSecurity(user = "sven", roles = Role.SUPPORT)
class AbandonmentResourceTest {
    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where state = 'active' and wait_event_type = 'Lock' and datname = current_database()
            """;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URL here;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics/ticket_volume/rows?period=last-7-days",
                "/metrics/ticket_volume/rows.csv?period=last-7-days",
                "/metrics/resolution_time.csv?period=last-7-days",
                "/metrics/resolution_time.json?period=last-7-days",
                "/metrics/resolution_time?period=last-7-days",
                "/overview?period=last-7-days",
                "/cohorts?period=last-7-days",
                "/cohorts.csv?period=last-7-days",
            })
    void theDatabaseDoesNotWorkForWhoHasGone(String address) throws Exception {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("lock table ticket, person_first in access exclusive mode");
                try (Socket browser = ask(address)) {
                    assertThat(becomes(1, Duration.ofSeconds(20))).as("asks").isTrue();
                    assertThat(browser.isConnected()).isTrue();
                }
                assertThat(becomes(0, Duration.ofSeconds(5))).as("stopped").isTrue();
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
    }

    private Socket ask(String address) throws IOException {
        Socket socket = new Socket(here.getHost(), here.getPort());
        String request = "GET " + address + " HTTP/1.1\r\nHost: " + here.getHost() + ":" + here.getPort()
                + "\r\nAccept: text/html, */*\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private boolean becomes(long wanted, Duration most) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(most);
        while (Instant.now().isBefore(end)) {
            if (waiting() == wanted) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private long waiting() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
