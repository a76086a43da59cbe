package dev.rapport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.behaviour.BehaviourFactSource;
import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Figure;
import dev.rapport.revenue.RevenueFactSource;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped steps in July, within 30 days; it is 10 August. Person 1 goes all the way (by e-mail, on plan pro); 2 puts
 * something in the cart before looking at it; 3 buys 31 days after the visit; 4 looks, is in the cart and buys in the same
 * second, and never again; 5 comes on 20 July and has still time; 6 buys without a visit; 7 visits twice, the first time
 * without more, the second by e-mail with a look.
 */
class JourneyReaderTest {
    private static final Slice JULY = Facts.slice("from=2026-07-01&to=2026-07-31");
    private static final Facts FACTS = new Facts().people(7);
    private static final ReadTransactions VIEWS = new ReadTransactions(FACTS.database(), Duration.ofMinutes(1));
    private static final JourneyReader READER =
            new JourneyReader(VIEWS, Clock.fixed(Instant.parse("2026-08-10T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void facts() throws SQLException {
        FACTS.plan(1, "pro", "2026-01-01", "infinity").plan(2, "free", "2026-01-01", "infinity");
        FACTS.run("""
                insert into event_name (name) values ('page'), ('product_view'), ('add_to_cart'), ('purchase');
                insert into traffic_source (utm_source, channel_id) select 'news', id from channel where key = 'email';
                insert into event (visitor_id, message_id, at, kind, name_id, source_id)
                select visitor, gen_random_uuid(), at::timestamptz, case name when 'page' then 1 else 3 end,
                       (select id from event_name where event_name.name = hit.name), source
                from (values
                    (1, '2026-07-01 10:00+02', 'page', 1), (1, '2026-07-01 10:05+02', 'product_view', null),
                    (1, '2026-07-01 10:10+02', 'add_to_cart', null), (1, '2026-07-02 10:00+02', 'purchase', null),
                    (2, '2026-07-03 10:00+02', 'page', null), (2, '2026-07-03 10:01+02', 'add_to_cart', null),
                    (2, '2026-07-03 10:02+02', 'product_view', null),
                    (3, '2026-07-04 10:00+02', 'page', null), (3, '2026-07-04 10:01+02', 'product_view', null),
                    (3, '2026-07-04 10:03+02', 'add_to_cart', null),
                    (4, '2026-07-05 10:00+02', 'add_to_cart', null), (4, '2026-07-05 10:00+02', 'product_view', null),
                    (5, '2026-07-20 10:00+02', 'page', null),
                    (7, '2026-07-01 08:00+02', 'page', null), (7, '2026-07-10 08:00+02', 'product_view', 1))
                    as hit(visitor, at, name, source);
                insert into order_line (key, order_key, visitor_id, channel_id, at, amount, content)
                select key, key, visitor, (select id from channel where channel.key = 'email'), at::timestamptz, 10,
                       gen_random_uuid()
                from (values ('o1', 1, '2026-07-02 10:00+02'), ('o2', 1, '2026-07-20 10:00+02'),
                             ('o3', 3, '2026-08-04 10:00+02'), ('o4', 4, '2026-07-05 10:00+02'),
                             ('o6', 6, '2026-07-06 10:00+02')) as bought(key, visitor, at);
                insert into ticket (key, visitor_id, channel_id, created_at, content)
                select 't1', 1, (select id from channel where key = 'chat'), '2026-07-03 10:00+02', gen_random_uuid();
                insert into reason_given (key, visitor_id, channel_id, given_at, about, reason, content)
                select key, visitor, 1, at::timestamptz, about, reason, gen_random_uuid()
                from (values ('g1', 3, '2020-07-02 10:00+02', 'stopped', 'years before'),
                             ('g2', 3, '2026-07-10 10:00+02', 'stopped', 'shipping'),
                             ('g3', 3, '2026-07-11 10:00+02', 'left', 'of another matter'),
                             ('g4', 2, '2026-12-24 10:00+01', 'stopped', 'long after'),
                             ('g5', 5, '2026-07-25 10:00+02', 'stopped', 'a file says'))
                    as given(key, visitor, at, about, reason);
                insert into reason_stated (visitor_key, about, at, reason, set_by, set_at)
                select key, 'stopped', '2026-07-20 23:59+02', 'anna says', 'anna', now() from visitor where id = 5;
                """);
        try (Connection connection = FACTS.connection()) {
            DirtyDays.mark(JdbiSetup.on(connection), "behaviour", "select at from event");
            DirtyDays.mark(JdbiSetup.on(connection), "revenue", "select at from order_line");
        }
        new CubeBuilder(JdbiSetup.of(FACTS.database()), List.of(new BehaviourFactSource(), new RevenueFactSource()))
                .refreshAll();
    }

    @Test
    void peopleOfEachStepInOrderAndInTime() {
        Funnel funnel = whole(JULY);
        assertThat(funnel.people()).containsExactly(6L, 5L, 3L, 2L, 1L, 1L);
        assertThat(said(funnel.fromStepBefore(2))).isEqualTo("3 of 5");
        assertThat(said(funnel.fromFirst(3))).isEqualTo("2 of 6");
        assertThat(funnel.fromFirst(3).interval()).isPresent();
        assertThat(funnel.dropped(0)).isEqualTo(1);
        assertThat(said(funnel.whole())).isEqualTo("1 of 6");
    }

    @Test
    void medianTimesAreBetweenStepsOfThoseWhoTookBoth() {
        // From product view to cart: 5 minutes, 2 minutes, and 0 of who did all in one second.
        assertThat(whole(JULY).times().get(2).value().orElseThrow()).isEqualByComparingTo("120");
        assertThat(whole(JULY).times().get(5).value().orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(17 * 86_400));
    }

    @Test
    void whoStoppedIsListedAndSaysWhetherThereIsTime() {
        assertThat(READER.dropOffs(JULY, 1))
                .extracting(gone -> gone.customer() + " " + gone.channel() + " " + gone.open())
                .containsExactly("c5 Direct true");
        assertThat(READER.dropOffs(JULY, 2))
                .extracting(gone -> gone.customer() + " " + gone.channel())
                .containsExactly("c2 Direct", "c7 Direct");
        assertThat(READER.dropOffs(JULY, 3))
                .extracting(gone -> gone.customer() + " " + gone.reason())
                .containsExactly("c3 shipping");
        assertThat(READER.dropOffs(JULY, 2)).extracting(DropOff::reason).containsExactly("", "");
        assertThat(READER.dropOffs(JULY, 1))
                .as("a person goes before a file, though it was said later there")
                .extracting(DropOff::reason)
                .containsExactly("anna says");
        assertThat(whole(JULY).open()).containsExactly(1L, 0L, 0L, 0L, 0L, 0L);
        for (int step = 1; step < 6; step++) {
            assertThat(READER.dropOffs(JULY, step)).hasSize((int) whole(JULY).dropped(step - 1));
        }
    }

    @Test
    void channelAndSegmentAreThoseOfTheEntry() {
        Map<DimensionKey, Funnel> channels =
                READER.journey(JULY, JULY.period(), Optional.of("plan")).channels();
        assertThat(channels.get(channel("email")).people()).containsExactly(2L, 2L, 1L, 1L, 1L, 1L);
        assertThat(channels.get(channel("direct")).people())
                .as("person 1 came back directly to buy, and 7 got on by the visit after")
                .containsExactly(6L, 4L, 2L, 1L, 0L, 0L);
        Map<DimensionKey, Funnel> plans =
                READER.journey(JULY, JULY.period(), Optional.of("plan")).segments();
        assertThat(plans.get(plan("pro")).people()).containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(plans.get(plan("free")).people()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L);
        assertThat(whole(JULY.withChannels(List.of("email"))).people())
                .isEqualTo(channels.get(channel("email")).people());
    }

    @Test
    void onlyTheEntryMustLieInThePeriod() {
        assertThat(whole(Facts.slice("from=2026-07-01&to=2026-07-01")).people())
                .containsExactly(2L, 2L, 1L, 1L, 1L, 1L);
        assertThat(whole(Facts.slice("from=2026-06-01&to=2026-06-30"))).isEqualTo(Funnel.NONE);
    }

    @Test
    void eachConversionCountsOnceOnEitherSide() {
        Map<String, FirstLastTouchReport.Count> purchases =
                new FirstLastTouchReport(VIEWS).read(JULY).getOrDefault("purchase", Map.of());
        assertThat(purchases)
                .containsOnly(
                        Map.entry("email", new FirstLastTouchReport.Count(1, 0)),
                        Map.entry("direct", new FirstLastTouchReport.Count(0, 1)));
    }

    private static Funnel whole(Slice slice) {
        return READER.journey(slice, slice.period(), Optional.empty()).whole();
    }

    private static String said(Figure figure) {
        return figure.value().isEmpty() ? "none" : figure.numerator() + " of " + figure.denominator();
    }

    private static DimensionKey channel(String key) {
        return new DimensionKey(Optional.empty(), Optional.of(key), Optional.empty());
    }

    private static DimensionKey plan(String key) {
        return new DimensionKey(Optional.empty(), Optional.empty(), Optional.of(key));
    }
}
