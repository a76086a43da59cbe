package dev.rapport.cube.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.campaign.AttributionFactSource;
import dev.rapport.campaign.CampaignFactSource;
import dev.rapport.cube.store.PersonSetFormat;
import dev.rapport.cube.store.ValueRun;
import dev.rapport.db.JdbiSetup;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.social.SocialFactSource;
import dev.rapport.support.SupportFactSource;
import dev.rapport.testsupport.FreshDatabase;
import dev.rapport.voice.VoiceFactSource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever happens, in whatever order: the days that were marked suffice to bring everything derived to where a rebuild
 * would, to the last byte, and that is what counting all facts over again says.
 */
class CubeBuilderPropertyTest {
    private static final List<String> DERIVED = List.of(
            "session",
            "purchase",
            "refund",
            "person_first",
            "invited_survey",
            "cell",
            "cell_total",
            "cell_marginal",
            "cell_month",
            "cell_total_month",
            "cell_marginal_month",
            "day_set",
            "month_set",
            "value_run");

    /** A longer run: -Drapport.turns=200. */
    private static final int TURNS = Integer.getInteger("rapport.turns", 8);

    static final List<FactSource> CONTRIBUTIONS = List.of(
            new BehaviourFactSource(),
            new VoiceFactSource(),
            new SupportFactSource(),
            new RevenueFactSource(),
            new CampaignFactSource(),
            new AttributionFactSource(),
            new SocialFactSource());

    @ParameterizedTest
    @CsvSource({
        "1, Europe/Berlin, 2026-03-29, 2026-10-25",
        "2, America/New_York, 2026-03-08, 2026-11-01",
        "3, Europe/Berlin, 2026-03-29, 2026-04-01",
        "4, America/New_York, 2026-11-01, 2026-11-01",
        "5, America/Santiago, 2026-04-05, 2026-09-06"
    })
    void incrementEqualsRebuildEqualsCount(long seed, String zone, LocalDate one, LocalDate other) throws SQLException {
        DataSource source = FreshDatabase.create();
        World world = new World(source, seed, ZoneId.of(zone), List.of(one, other));
        CubeBuilder rollup = new CubeBuilder(JdbiSetup.of(source), CONTRIBUTIONS);
        for (int turn = 0; turn < TURNS; turn++) {
            world.turn();
            rollup.refreshAll();
            Map<String, List<String>> incremental = derived(source);
            rollup.requestRebuild();
            rollup.refreshAll();
            Map<String, List<String>> rebuilt = derived(source);
            for (String table : DERIVED) {
                assertThat(incremental.get(table))
                        .as("%s, turn %d", table, turn)
                        .isEqualTo(rebuilt.get(table));
            }
            compareWithFacts(source, turn);
        }
    }

    private static Map<String, List<String>> derived(DataSource source) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : DERIVED) {
            rows.put(table, rows(source, "select t::text from " + table + " as t order by 1"));
        }
        return rows;
    }

    private static void compareWithFacts(DataSource source, int turn) throws SQLException {
        try (var connection = source.getConnection()) {
            JdbiSetup.on(connection).execute(Naive.TABLES);
        }
        same(source, turn, "select measure, item, day, channel_id, signature_id, value from cell", """
                select measure, item, day, channel_id, signature_id, sum(value)::bigint from naive
                group by 1, 2, 3, 4, 5 having sum(value) <> 0""");
        same(source, turn, "select measure, item, day, channel_id, value from cell_total", """
                select measure, item, day, channel_id, sum(value)::bigint from naive
                group by 1, 2, 3, 4 having sum(value) <> 0""");
        same(source, turn, "select measure, item, day, channel_id, value from cell_total_month", """
                select measure, item, date_trunc('month', day)::date, channel_id, sum(value)::bigint from naive
                group by 1, 2, 3, 4 having sum(value) <> 0""");
        same(
                source,
                turn,
                "select measure, item, segment_value_id, day, channel_id, value from cell_marginal",
                """
                select measure, item, value_id, day, channel_id, sum(value)::bigint from naive join naive_value using (signature_id)
                group by 1, 2, 3, 4, 5 having sum(value) <> 0""".replace("naive_value", VALUE));
        sets(source, turn, "day_set", "day");
        sets(source, turn, "month_set", "date_trunc('month', day)::date");
        assertThat(runs(source)).as("value_run, turn %d", turn).isEqualTo(rows(source, """
                        select concat_ws(',', measure, item, day, channel_id, signature_id, value) from naive
                        where measure = 5 and value <> 0
                        order by measure, item, day, channel_id, signature_id, value
                        """));
    }

    private static List<String> runs(DataSource source) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select measure, item, day, channel_id, content from value_run order by 1, 2, 3, 4")) {
            while (row.next()) {
                String of = row.getInt(1) + "," + row.getInt(2) + "," + row.getString(3) + "," + row.getInt(4);
                ValueRun.read(row.getBytes(5), new ValueRun.Taker() {
                    @Override
                    public int begin(int signature, int count) {
                        return signature;
                    }

                    @Override
                    public void value(int place, long value) {
                        values.add(of + "," + place + "," + value);
                    }
                });
            }
        }
        return values;
    }

    private static final String VALUE = """
            (select signature.id as signature_id, value.id as value_id
             from signature, segment_value as value
             where value.id = any(value_ids)
                or value.key = 'none' and not exists (
                    select 1 from segment_value as other where other.group_id = value.group_id and other.id = any(value_ids))
            ) as naive_value""";

    private static void sets(DataSource source, int turn, String table, String day) throws SQLException {
        List<String> kept = new ArrayList<>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + table)) {
            while (row.next()) {
                var people = PersonSetFormat.read(row.getBytes("members"));
                assertThat(people.getCardinality()).isEqualTo(row.getInt("cardinality"));
                for (int person : people.toArray()) {
                    kept.add("%d,%d,%s,%d,%d,%d"
                            .formatted(
                                    row.getInt(1),
                                    row.getInt(2),
                                    row.getString(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    person));
                }
            }
        }
        List<String> counted = rows(source, """
                select concat_ws(',', measure, item, day, channel_id, value_id, person_id) from (
                    select measure, item, %1$s as day, channel_id, 0 as value_id, person_id from naive
                    union select measure, item, %1$s, 0, 0, person_id from naive
                    union select measure, item, %1$s, 0, value_id, person_id from naive join %2$s using (signature_id)
                ) as member
                where person_id is not null and measure in (2, 7, 8, 14, 15, 40, 60, 62)
                """.formatted(day, VALUE));
        assertThat(new TreeSet<>(kept)).as("%s, turn %d", table, turn).isEqualTo(new TreeSet<>(counted));
    }

    private static void same(DataSource source, int turn, String kept, String counted) throws SQLException {
        assertThat(rows(source, "select t::text from (" + kept + ") as t order by 1"))
                .as("%s, turn %d", kept, turn)
                .isEqualTo(rows(source, "select t::text from (" + counted + ") as t order by 1"));
    }

    private static List<String> rows(DataSource source, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
