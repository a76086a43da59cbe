package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.PostgresResource;
import dev.rapport.testsupport.TcpRelay;
import dev.rapport.web.Outage;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestConnectionsTest {
    private static final Duration MOST = Duration.ofSeconds(19);

    private TcpRelay relay;
    private String url;
    private DatabasePulse pulse;
    private Connection connection;

    @BeforeEach
    void connect() throws IOException, SQLException {
        relay = new TcpRelay(PostgresResource.running().getPort());
        url = "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres";
        pulse = new DatabasePulse(url, "postgres", "unused");
        connection = DriverManager.getConnection(url, "postgres", "unused");
    }

    @AfterEach
    void close() throws IOException, SQLException {
        relay.close();
        connection.close();
    }

    @Test
    void whoWaitsForAFrozenDatabaseIsToldWithinTenSeconds() throws InterruptedException {
        RequestConnections connections = begun(Duration.ZERO);
        assertThat(pulse.isFrozen()).isFalse();
        connections.onConnectionAcquire(connection);
        long start = System.nanoTime();
        var waiting = sleeping(60);
        relay.freeze();
        while (!waiting.isDone()) {
            connections.look();
            Thread.sleep(500);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(Outage.isBehind(waiting.join())).isTrue();
    }

    /** As the application has them: a pool shows its connections in wrappers. */
    @Test
    void connectionsOfAPoolAreGivenUpAndForgotten() throws SQLException, InterruptedException {
        RequestConnections connections = begun(Duration.ZERO);
        try (AgroalDataSource pool = pool(connections)) {
            for (int i = 0; i < 5; i++) {
                try (Connection one = pool.getConnection()) {
                    assertThat(connections.count()).isEqualTo(1);
                    assertThat(one.isValid(2)).isTrue();
                }
                assertThat(connections.count()).isZero();
            }
            connection.close();
            connection = pool.getConnection();
            var waiting = sleeping(60);
            relay.freeze();
            long start = System.nanoTime();
            while (!waiting.isDone()) {
                connections.look();
                Thread.sleep(500);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(Outage.isBehind(waiting.join())).isTrue();
            relay.thaw();
        }
    }

    private AgroalDataSource pool(RequestConnections connections) throws SQLException {
        AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(size -> size.maxSize(2)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal("postgres"))
                                .credential(new SimplePassword("unused")))));
        pool.setPoolInterceptors(List.of(connections));
        return pool;
    }

    @Test
    void aLongStatementOfADatabaseThatAnswersGoesOn() throws InterruptedException {
        RequestConnections connections = begun(Duration.ofSeconds(10));
        connections.onConnectionAcquire(connection);
        var waiting = sleeping(1.5);
        while (!waiting.isDone()) {
            connections.look();
            Thread.sleep(100);
        }
        assertThat(waiting.join()).isNull();
    }

    @Test
    void whatIsPastTheDeadlineOfItsRequestIsStopped() throws InterruptedException {
        RequestConnections connections = begun(Duration.ofSeconds(20));
        connections.onConnectionAcquire(connection);
        var waiting = sleeping(60);
        while (!waiting.isDone()) {
            connections.look();
            Thread.sleep(100);
        }
        assertThat(Outage.isSlow(waiting.join())).isTrue();
        assertThat(connections.left()).isNegative();
    }

    @Test
    void aDownloadHasATimeOfItsOwn() throws InterruptedException {
        RequestConnections connections = begun(Duration.ofSeconds(20));
        connections.onConnectionAcquire(connection);
        connections.lift(connection);
        var waiting = sleeping(1);
        while (!waiting.isDone()) {
            connections.look();
            Thread.sleep(100);
        }
        assertThat(waiting.join()).isNull();
    }

    @Test
    void whatWasGivenBackIsSomebodyElses() throws SQLException {
        RequestConnections connections = new RequestConnections(() -> ago(Duration.ofSeconds(20)), MOST, () -> true);
        connections.onConnectionAcquire(connection);
        connections.onConnectionReturn(connection);
        connections.look();
        assertThat(connection.isValid(2)).isTrue();
    }

    @Test
    void whatWorksInTheBackgroundIsLeftAlone() throws SQLException {
        AtomicInteger asked = new AtomicInteger();
        RequestConnections connections =
                new RequestConnections(OptionalLong::empty, MOST, () -> asked.incrementAndGet() > 0);
        connections.onConnectionAcquire(connection);
        connections.look();
        assertThat(asked).hasValue(0);
        assertThat(connection.isValid(2)).isTrue();
        assertThat(connections.left()).isGreaterThan(MOST);
    }

    /** Who waits for a database that has ended hears of it from the system. */
    @Test
    void aDatabaseThatRefusesIsNotFrozen() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        assertThat(new DatabasePulse("jdbc:postgresql://127.0.0.1:" + free + "/postgres", "postgres", null).isFrozen())
                .isFalse();
    }

    @Test
    void itIsAskedAgainWhenItIsBack() {
        assertThat(pulse.isFrozen()).isFalse();
        relay.freeze();
        assertThat(pulse.isFrozen()).isTrue();
        relay.thaw();
        assertThat(pulse.isFrozen()).isFalse();
    }

    private RequestConnections begun(Duration before) {
        return new RequestConnections(() -> ago(before), MOST, pulse::isFrozen);
    }

    private final long now = System.nanoTime();

    private OptionalLong ago(Duration before) {
        return OptionalLong.of(now - before.toNanos());
    }

    /** What a statement of so many seconds ended with; null for its result. */
    private CompletableFuture<@Nullable Throwable> sleeping(double seconds) {
        return CompletableFuture.supplyAsync(() -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_sleep(" + seconds + ")");
                return null;
            } catch (SQLException e) {
                return e;
            }
        });
    }
}
