package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rapport.testsupport.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the database goes away in the midst of a COPY, that is said, and nothing waits for ever. */
class BrokenCopyTest {
    private static final DataSource SOURCE = FreshDatabase.create();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDatabaseThatGoesAwayIsSaidAndTheTransactionEnds(boolean gathered) throws SQLException {
        try (Connection connection = SOURCE.getConnection()) {
            Handle handle = JdbiSetup.on(connection);
            handle.execute("create temp table taken (n bigint)");

            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatThrownBy(() -> Transactions.inOneView(handle, () -> {
                                int backend = handle.select("select pg_backend_pid()")
                                        .mapTo(Integer.class)
                                        .one();
                                try (BinaryCopy copy = open(handle, "taken", gathered)) {
                                    for (int n = 0; n < 2_000_000; n++) {
                                        copy.row().bigint(n);
                                        if (n == 400_000) {
                                            end(backend);
                                        }
                                    }
                                    copy.end();
                                }
                            }))
                            .isInstanceOf(RuntimeException.class));
        }
    }

    /** What is made of rows may fail beside the database: the connection is free at once, and rolls back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whateverFailsTheConnectionIsLetGo(boolean gathered) throws SQLException {
        try (Connection connection = SOURCE.getConnection()) {
            Handle handle = JdbiSetup.on(connection);
            handle.execute("create temp table left_off (n bigint); insert into left_off values (1)");

            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatThrownBy(() -> Transactions.inOneView(handle, () -> {
                                handle.execute("delete from left_off");
                                try (BinaryCopy copy = open(handle, "left_off", gathered)) {
                                    for (int n = 0; n < 400_000; n++) {
                                        copy.row().bigint(n);
                                    }
                                    throw new IllegalStateException("no more rows");
                                }
                            }))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("no more rows"));
            assertThat(handle.select("select n from left_off")
                            .mapTo(Integer.class)
                            .list())
                    .containsExactly(1);
        }
    }

    private static BinaryCopy open(Handle handle, String table, boolean gathered) {
        return gathered ? BinaryCopy.gathered(handle, table, "n") : BinaryCopy.streamed(handle, table, 1);
    }

    private static void end(int backend) {
        boolean ended = JdbiSetup.of(SOURCE)
                .withHandle(other -> other.select("select pg_terminate_backend(?)", backend)
                        .mapTo(Boolean.class)
                        .one());
        assertThat(ended).isTrue();
    }
}
