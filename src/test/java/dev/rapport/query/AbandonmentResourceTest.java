package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.team.Role;
import io.quarkus.scheduler.Scheduler;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    /** Of whatever the product does by itself; what waits between two statements of a transaction is at it as well. */
    private static final String AT_WORK = """
            select count(*) from pg_stat_activity
            where state <> 'idle' and pid <> pg_backend_pid() and datname = current_database()
            """;

    private static final int LOOKS = 5;

    @Inject
    DataSource database;

    @Inject
    Scheduler scheduler;

    @Inject
    CubeBuilder rollup;

    @TestHTTPResource("/")
    URL here;

    /** The rollup, which has work when facts are dirty, and the list of customers would wait for the locked tables too. */
    @BeforeEach
    void onlyWhoAsksWorks() throws SQLException, InterruptedException {
        scheduler.pause();
        assertThat(rollup.awaitClean(Duration.ofSeconds(30))).isTrue();
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        for (int quiet = 0; quiet < LOOKS; quiet = count(AT_WORK) == 0 ? quiet + 1 : 0) {
            assertThat(Instant.now()).as("work goes on").isBefore(end);
            Thread.sleep(20);
        }
    }

    @AfterEach
    void everybodyWorksAgain() {
        scheduler.resume();
    }

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
            if (count(WAITING) == wanted) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
