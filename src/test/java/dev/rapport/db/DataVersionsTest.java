package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.web.DataVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DataVersionsTest {
    /** Derived tables change with {@code rollup_state}; the rest stands in no answer that is kept. */
    private static final Set<String> NOT_COUNTED = Set.of(
            // derived
            "session purchase refund person_first invited_survey cell_pack cell_total marginal_pack cell_pack_month",
            "cell_total_month marginal_pack_month day_set month_set day_refresh customer_state customer_state_made customer_time",
            "person_day counted_day value_run",
            // how far it is derived
            "rebuild_day rebuild_redo rebuild_seen rebuild_step data_version flyway_schema_history",
            // what imports remember of files
            "address_claim event_repeat import_created import_mapping import_passed import_reject import_repeat",
            "import_replaced",
            // who may see it
            "api_key audit_entry token_state",
            // what one person chose: on pages that are never kept
            "own_metric",
            // read anew by its page, which is never kept
            "page_length");

    private final DataSource database = FreshDatabase.create();

    @Test
    void everyTableThatStandsInAnswersIsCounted() throws SQLException {
        Set<String> expected = new TreeSet<>();
        NOT_COUNTED.forEach(names -> expected.addAll(List.of(names.split(" "))));
        try (Connection connection = database.getConnection()) {
            assertThat(JdbiSetup.on(connection).select("""
                    select relname::text from pg_class
                    where relkind = 'r' and relnamespace = 'public'::regnamespace
                      and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname like 'data_version%')
                    """).mapTo(String.class).list())
                    .isSubsetOf(expected);
        }
    }

    @Test
    void aChangeCountsOnceForItsTransactionAndNoChangeNotAtAll() throws SQLException {
        try (Connection connection = database.getConnection()) {
            DataVersion before = version(connection);
            JdbiSetup.on(connection)
                    .execute("update channel set name = name; delete from goal where key = 'no such goal'");
            assertThat(version(connection)).isEqualTo(before);
            JdbiSetup.on(connection)
                    .execute(
                            "begin; update channel set name = name || '!'; update channel set name = name || '?'; commit");
            assertThat(of(version(connection), DataVersion.DIMENSIONS))
                    .isEqualTo(of(before, DataVersion.DIMENSIONS) + 1);
            JdbiSetup.on(connection).execute("begin; update channel set name = 'x'; rollback");
            assertThat(of(version(connection), DataVersion.DIMENSIONS))
                    .isEqualTo(of(before, DataVersion.DIMENSIONS) + 1);
        }
    }

    @Test
    void markedDaysCountForTheirFamily() throws SQLException {
        try (Connection connection = database.getConnection()) {
            DataVersion before = version(connection);
            JdbiSetup.on(connection).execute("""
                    insert into dirty_day (family, day, marked)
                    values ('support', '2026-03-01', 1), ('voice', '2026-03-01', 2), ('voice', '2026-03-02', 3)
                    """);
            DataVersion marked = version(connection);
            assertThat(of(marked, "support")).isEqualTo(of(before, "support") + 1);
            assertThat(of(marked, "voice")).isEqualTo(of(before, "voice") + 1);
            JdbiSetup.on(connection).execute("delete from dirty_day where family = 'voice'");
            assertThat(of(version(connection), "voice")).isEqualTo(of(before, "voice") + 2);
            assertThat(version(connection).of("support")).isEqualTo(marked.of("support"));
        }
    }

    /** The one that began first ends last: who reads between them sees one of both, and after them both. */
    @Test
    void changesBesideEachOtherWaitForNobodyAndAreAllSeen() throws SQLException {
        try (Connection reader = database.getConnection();
                Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            long before = of(version(reader), DataVersion.DIMENSIONS);
            first.setAutoCommit(false);
            JdbiSetup.on(first).execute("update channel set name = 'one' where key = 'email'");
            JdbiSetup.on(second)
                    .execute("set lock_timeout = '5s'; update channel set name = 'two' where key = 'direct'");
            assertThat(of(version(reader), DataVersion.DIMENSIONS)).isEqualTo(before + 1);
            DataVersions.putTogether(JdbiSetup.on(reader));
            assertThat(of(version(reader), DataVersion.DIMENSIONS)).isEqualTo(before + 1);
            first.commit();
            assertThat(of(version(reader), DataVersion.DIMENSIONS)).isEqualTo(before + 2);
            DataVersions.putTogether(JdbiSetup.on(reader));
            assertThat(of(version(reader), DataVersion.DIMENSIONS)).isEqualTo(before + 2);
            assertThat(JdbiSetup.on(reader)
                            .select("select area from data_version order by 1")
                            .mapTo(String.class)
                            .list())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aReadTransactionSeesItsOwnVersionToTheEnd() throws SQLException {
        try (Connection reader = database.getConnection();
                Connection writer = database.getConnection()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            DataVersion before = version(reader);
            JdbiSetup.on(writer).execute("update channel set name = 'one' where key = 'email'");
            DataVersions.putTogether(JdbiSetup.on(writer));
            assertThat(version(reader)).isEqualTo(before);
            reader.rollback();
            assertThat(version(reader)).isNotEqualTo(before);
        }
    }

    private static DataVersion version(Connection connection) throws SQLException {
        return DataVersion.parse(
                JdbiSetup.on(connection)
                        .select("select " + DataVersions.NUMBERS)
                        .mapTo(String.class)
                        .list()
                        .get(0),
                false);
    }

    private static long of(DataVersion version, String area) {
        return version.changes().getOrDefault(area, 0L);
    }
}
