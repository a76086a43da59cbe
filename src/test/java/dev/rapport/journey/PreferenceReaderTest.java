package dev.rapport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Preference;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A hundred people, sixty pro and forty free. Forty-five of pro and six of free bought gadgets, all twice; the others household
 * goods. One of free, who bought a lamp, is pro since the 20th and bought a kite then. A line that names nothing, one that was
 * cancelled and one given back count for nobody.
 */
class PreferenceReaderTest {
    private static final List<FactSource> SOURCES = List.of(new BehaviourFactSource(), new RevenueFactSource());
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31");
    private static final Grouping PLANS = Grouping.segments("plan");

    private final Facts facts = new Facts().people(100);
    private final PreferenceReader reader =
            new PreferenceReader(new ReadTransactions(facts.database(), Duration.ofSeconds(20)));

    @BeforeEach
    void facts() throws SQLException {
        for (int person = 1; person <= 99; person++) {
            facts.plan(person, person <= 60 ? "pro" : "free", "2026-01-01", "infinity");
        }
        facts.plan(100, "free", "2026-01-01", "2026-07-20").plan(100, "pro", "2026-07-20", "infinity");
        facts.run("""
                insert into order_line (key, order_key, visitor_id, channel_id, at, product, category, amount, refund, cancelled_at,
                                        content)
                select 'l' || n || '-' || twice, 'o' || n || '-' || twice, n, (select id from channel where key = 'email'),
                       '2026-07-05 10:00+00'::timestamptz, case when gadget then 'robot' else 'lamp' end,
                       case when gadget then 'gadgets' else 'household' end, 10, false, null::timestamptz, gen_random_uuid()
                from generate_series(1, 100) as n, generate_series(1, 2) as twice,
                     lateral (select n <= 45 or n between 61 and 66) as of(gadget)
                union all select 'k', 'ok', 100, (select id from channel where key = 'chat'), '2026-07-25 10:00+00', 'kite', 'toys',
                                 5, false, null, gen_random_uuid()
                union all select 'n', 'on', 1, (select id from channel where key = 'email'), '2026-07-06 10:00+00', null, null, 5,
                                 false, null, gen_random_uuid()
                union all select 'c', 'oc', 1, (select id from channel where key = 'email'), '2026-07-06 10:00+00', 'kite', 'toys', 5,
                                 false, now(), gen_random_uuid()
                union all select 'r', 'or', 1, (select id from channel where key = 'email'), '2026-07-06 10:00+00', 'kite', 'toys', -5,
                                 true, null, gen_random_uuid();
                insert into event_name (name) values ('seen');
                insert into page (path) values ('/robots');
                insert into event (visitor_id, message_id, at, kind, name_id, page_id, properties)
                select n, gen_random_uuid(), '2026-07-05 09:00+00', 1, 1, 1,
                       case when n % 2 = 0 then jsonb_build_object('product', case when n = 2 then 'ROBOT' else 'Robot' end) end
                from generate_series(1, 10) as n
                """);
        try (Connection connection = facts.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "revenue", "select at from order_line");
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
        }
        new CubeBuilder(JdbiSetup.of(facts.database()), SOURCES).refreshAll();
    }

    @Test
    void whatSegmentsPreferIsHeldAgainstEverybody() {
        PreferenceTable table = reader.read(JULY, PreferenceReader.Of.CATEGORY, PLANS);

        assertThat(table.rows()).extracting(PreferenceTable.Row::name).containsExactly("gadgets", "household", "toys");
        assertThat(table.everybody()).isEqualTo(100);
        assertThat(table.people("pro")).as("one of them since the 20th").isEqualTo(61);
        assertThat(table.people("free")).isEqualTo(40);
        PreferenceTable.Row gadgets = table.rows().get(0);
        assertThat(table.cell(gadgets, "pro"))
                .as("twice bought is one person")
                .isEqualTo(new Preference(new CountedShare(45, 61), new CountedShare(51, 100)));
        assertThat(index(table, gadgets, "pro")).isEqualTo("144.6");
        assertThat(index(table, gadgets, "free")).isEqualTo("29.4");
        assertThat(table.cell(gadgets, "pro").isOver(table.discovery())).isTrue();
        assertThat(table.cell(gadgets, "free").isUnder(table.discovery())).isTrue();
        PreferenceTable.Row toys = table.rows().get(2);
        assertThat(table.cell(toys, "pro"))
                .as("only what was neither cancelled nor given back")
                .isEqualTo(new Preference(new CountedShare(1, 61), new CountedShare(1, 100)));
        assertThat(table.cell(toys, "pro").isOver(table.discovery()))
                .as("one is chance")
                .isFalse();
    }

    @Test
    void itIsNarrowedAsAllPagesAre() {
        PreferenceTable free = reader.read(
                Facts.slice("from=2026-07-01&to=2026-07-31&segment=plan:free"),
                PreferenceReader.Of.PRODUCT,
                Grouping.CHANNELS);
        assertThat(free.everybody()).isEqualTo(40);
        assertThat(free.people("email")).isEqualTo(40);
        assertThat(free.people("chat")).isZero();
        assertThat(reader.read(
                                Facts.slice("from=2026-07-01&to=2026-07-31&channel=chat"),
                                PreferenceReader.Of.PRODUCT,
                                PLANS)
                        .rows())
                .extracting(PreferenceTable.Row::name)
                .containsExactly("kite");
        assertThat(reader.read(Facts.slice("from=2026-06-01&to=2026-06-30"), PreferenceReader.Of.PAGE, PLANS)
                        .rows())
                .isEmpty();
    }

    @Test
    void viewsTellOfPagesAndOfTheProductsThatTheyName() {
        PreferenceTable pages = reader.read(JULY, PreferenceReader.Of.PAGE, PLANS);
        assertThat(pages.rows()).extracting(PreferenceTable.Row::name).containsExactly("/robots");
        assertThat(pages.people("pro")).isEqualTo(10);

        PreferenceTable products = reader.read(JULY, PreferenceReader.Of.VIEWED_PRODUCT, PLANS);
        assertThat(products.rows()).as("two spellings of one").hasSize(1);
        assertThat(products.cell(products.rows().get(0), "pro").share()).isEqualTo(new CountedShare(5, 5));
        assertThat(reader.read(JULY, PreferenceReader.Of.VIEWED_CATEGORY, PLANS).rows())
                .isEmpty();
    }

    @Test
    void ofManyTheOthersStandTogether() {
        PreferenceTable.Builder builder = new PreferenceTable.Builder();
        for (int person = 1; person <= 10_000; person++) {
            builder.add(person % 2 == 0 ? "a" : "b", "thing " + person, person);
            builder.add(person % 2 == 0 ? "a" : "b", "all", person);
        }
        PreferenceTable table = builder.done();
        List<PreferenceTable.Row> shown = table.first(50);
        assertThat(shown).hasSize(51);
        assertThat(shown.get(0).name()).isEqualTo("all");
        PreferenceTable.Row others = shown.get(50);
        assertThat(others.others()).isEqualTo(9_951);
        assertThat(table.share(others)).isEqualTo(new CountedShare(9_951, 10_000));
        assertThat(table.discovery().picked()).as("none is preferred").isZero();
        assertThat(table.discovery().compared()).isEqualTo(20_002);
    }

    private static String index(PreferenceTable table, PreferenceTable.Row row, String column) {
        Optional<String> index = table.cell(row, column).index().map(value -> "%.1f".formatted(value));
        return index.orElse("");
    }
}
