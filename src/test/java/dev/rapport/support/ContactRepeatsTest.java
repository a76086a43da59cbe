package dev.rapport.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer's first order of March counts; on 20 June all but the last ones are 90 days old. */
class ContactRepeatsTest {
    private static final Facts FACTS = new Facts();
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";
    private final ContactRepeats reader =
            new ContactRepeats(Clock.fixed(Instant.parse("2026-06-20T10:00:00Z"), Facts.BERLIN));

    @BeforeAll
    static void write() {
        FACTS.people(8).plan(1, "pro", "-infinity", "infinity");
        order(1, "email", "2026-03-01"); // writes on day 3, orders again on day 20
        ticket(1, "2026-03-04");
        order(1, "email", "2026-03-21");
        order(2, "email", "2026-03-02"); // writes, never comes again
        ticket(2, "2026-03-02T12:00Z");
        order(3, "email", "2026-03-03"); // writes on day 14: too late to be a contact; orders again
        ticket(3, "2026-03-17");
        order(3, "email", "2026-04-03");
        order(4, "chat", "2026-03-04"); // orders at once, and not again: counts for neither side as a repeat
        order(4, "chat", "2026-03-06");
        order(5, "chat", "2026-03-05"); // orders again, but later than 90 days after
        order(5, "chat", "2026-06-10");
        order(6, "chat", "2026-03-06"); // had written before the order only
        ticket(6, "2026-03-05");
        order(7, "chat", "2026-03-25"); // not 90 days old yet
        ticket(7, "2026-03-26");
        ticket(8, "2026-03-26"); // never ordered
    }

    private static void order(int person, String channel, String day) {
        FACTS.run("""
                insert into purchase (order_key, visitor_id, person_id, channel_id, at, last_at, day, amount)
                select gen_random_uuid(), %1$d, %1$d, id, at, at, '%2$s', 10
                from channel, (select '%2$s 00:00Z'::timestamptz as at) as moment where key = '%3$s'
                """.formatted(person, day, channel));
    }

    private static void ticket(int person, String at) {
        FACTS.run("""
                insert into ticket (key, visitor_id, channel_id, created_at, content)
                select gen_random_uuid(), %d, id, '%s', gen_random_uuid()
                from channel where key = 'phone'
                """.formatted(person, at.contains("T") ? at : at + "T00:00Z"));
    }

    @Test
    void afterAContactAgainstWithout() throws SQLException {
        Figure with = total(MARCH);
        assertThat(with.value().orElseThrow()).isEqualByComparingTo("50");
        assertThat(with.n()).isEqualTo(2);
        Figure without = total(MARCH + "&contact=without");
        assertThat(without.value().orElseThrow()).isEqualByComparingTo("25");
        assertThat(without.n()).isEqualTo(4);
        Figure difference = total(MARCH + "&contact=difference");
        assertThat(difference.value().orElseThrow()).isEqualByComparingTo("25");
        assertThat(difference.interval()).isPresent();
        assertThat(difference.n()).isEqualTo(2);
    }

    @Test
    void inTheChannelAndSegmentOfTheOrder() throws SQLException {
        assertThat(total(MARCH + "&segment=plan:pro").value().orElseThrow()).isEqualByComparingTo("100");
        assertThat(total(MARCH + "&channel=chat")).isEqualTo(Figure.noData());
        assertThat(total(MARCH + "&channel=chat&contact=without").n()).isEqualTo(3);
        assertThat(total(MARCH + "&channel=chat&contact=difference")).isEqualTo(Figure.noData());
        Map<DimensionKey, Figure> parts = read(MARCH + "&contact=without", Grouping.CHANNELS);
        assertThat(parts.get(new DimensionKey(Optional.empty(), Optional.of("email"), Optional.empty()))
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("100");
    }

    @Test
    void ordersThatAreTooYoungSayNothing() throws SQLException {
        assertThat(total("from=2026-03-25&to=2026-03-31")).isEqualTo(Figure.noData());
    }

    private Figure total(String query) throws SQLException {
        return read(query, Grouping.TOTAL).getOrDefault(DimensionKey.TOTAL, Figure.noData());
    }

    private Map<DimensionKey, Figure> read(String query, Grouping grouping) throws SQLException {
        Slice slice = Facts.slice(query);
        try (Connection connection = FACTS.connection()) {
            return reader.read(
                    ReadTransaction.on(JdbiSetup.on(connection)),
                    Catalogue.find("contact_repeat_rate").orElseThrow(),
                    slice,
                    slice.period(),
                    grouping);
        }
    }
}
