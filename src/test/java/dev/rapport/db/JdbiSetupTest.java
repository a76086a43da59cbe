package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.web.SqlState;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JdbiSetupTest {
    private static final List<PreparedStatement> MADE = new ArrayList<>();
    private static final Connection CONNECTION = open();
    private static final Handle HANDLE = JdbiSetup.on(CONNECTION);

    private static Connection open() {
        try {
            return FreshDatabase.create().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void theHandleLeavesTheConnectionOpen() throws SQLException {
        HANDLE.close();
        assertThat(CONNECTION.isClosed()).isFalse();
        CONNECTION.close();
    }

    @Test
    void textsAreLeftAsTheyAre() {
        assertThat(HANDLE.select("""
                        select '12:30'::time::text || (array[1, 2, 3])[1:2]::text || '?' || ('{"a": 1}'::jsonb ?? 'a') || ?::int /* :no ? */
                        where 1 < 2 -- and :none ?
                        """, 7).mapTo(String.class).one()).isEqualTo("12:30:00{1,2}?true7");
    }

    @Test
    void valuesAreBoundAsTheDriverTakesThem() {
        LocalDate day = LocalDate.of(2026, 11, 30);
        OffsetDateTime at = day.atTime(9, 30).atOffset(ZoneOffset.UTC);
        UUID id = UUID.randomUUID();
        String read = HANDLE.select(
                        "select concat_ws(' ', ?::text, pg_typeof(?::date), ? = ?::date, ? = timestamptz '2026-11-30 09:30+00', ? = ?::uuid,"
                                + " 2 = any (?), ?)",
                        null,
                        day,
                        day,
                        "2026-11-30",
                        at,
                        id,
                        id.toString(),
                        SqlBuilder.array("int", List.of(1, 2)),
                        true)
                .mapTo(String.class)
                .one();
        assertThat(read).isEqualTo("date t t t t t");
    }

    @Test
    void whatWentWrongSaysItsStateAndNoValue() {
        assertThatThrownBy(() -> HANDLE.execute("select 1 / ?", 0))
                .satisfies(e -> assertThat(SqlState.of(e)).contains("22012"));
        assertThatThrownBy(() -> HANDLE.execute("insert into settings (currency) values (?, 'secret')", "mine"))
                .message()
                .doesNotContain("mine")
                .doesNotContain("secret'");
        assertThat(SqlState.of(new IllegalStateException())).isEmpty();
    }

    @Test
    void severalStatementsAreOneText() {
        HANDLE.execute("create temp table numbers (number int); insert into numbers values (?), (?)", 1, 2);
        assertThat(HANDLE.select("select number from numbers order by number")
                        .mapTo(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void noStatementStaysOpen() throws SQLException {
        Handle watched = JdbiSetup.on(watching(CONNECTION));
        String three = "select generate_series(1, 3)";
        watched.select(three).mapTo(Long.class).list();
        watched.select(three).map((row, context) -> row.getInt(1)).first();
        watched.select("select 1").mapTo(Long.class).one();
        watched.select("select 1").mapTo(Long.class).findOne();
        watched.select(three).map((row, context) -> row.getInt(1)).forEach(each -> {});
        watched.select(three).reduceResultSet(0, (sum, row, context) -> sum + row.getInt(1));
        watched.execute("set local jit = off");
        List<Integer> read = new ArrayList<>();
        new SqlBuilder().add(three).read(watched, row -> read.add(row.getInt(1)));
        assertThat(read).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> new SqlBuilder().add(three).read(watched, row -> row.getInt(2)));
        assertThatThrownBy(
                () -> watched.select(three).map((row, context) -> row.getInt(2)).list());
        assertThatThrownBy(() -> watched.select(three).mapTo(Long.class).one());
        assertThat(MADE).hasSize(11);
        for (PreparedStatement statement : MADE) {
            assertThat(statement.isClosed()).isTrue();
        }
    }

    private static Connection watching(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JdbiSetupTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object made = method.invoke(connection, arguments);
                    if (made instanceof PreparedStatement statement) {
                        MADE.add(statement);
                    }
                    return made;
                });
    }
}
