package dev.rapport.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.cube.build.CubeBuilder;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.read.Grouping;
import dev.rapport.db.JdbiSetup;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.MetricQueries;
import dev.rapport.query.QueryEngine;
import dev.rapport.testsupport.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What others get wrong with surveys. */
class CommonMistakesTest {
    private static final String APRIL = "from=2026-04-01&to=2026-04-30";
    private static final Facts FACTS = new Facts();
    private static final List<FactSource> CONTRIBUTIONS = List.of(new VoiceFactSource());
    private static final MetricQueries METRICS = new QueryEngine(
            FACTS.database(), CONTRIBUTIONS, List.of(), Catalogue::find, Clock.systemUTC(), Duration.ofSeconds(20));

    /** By e-mail 10 invitations and 4 responses, of which one was dismissed; by chat 2 invitations, both answered. */
    @BeforeAll
    static void write() throws SQLException {
        FACTS.people(2)
                .plan(1, "pro", "-infinity", "infinity")
                .plan(2, "free", "-infinity", "infinity")
                .run("""
                        insert into survey (key, name, kind, scale_min, scale_max)
                        values ('nps', 'nps', 'nps', 0, 10), ('stars', 'stars', 'rating', 1, 5);
                        insert into invitation (key, survey_id, visitor_id, channel_id, at, content)
                        select n, 1, 1 + n % 2, channel.id, '2026-04-02T10:00Z', gen_random_uuid()
                        from generate_series(1, 12) as n join channel on key = case when n <= 10 then 'email' else 'chat' end;
                        insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                        select 'r' || n, 1, 1 + n % 2, channel.id, '2026-04-03T10:00Z', score, gen_random_uuid()
                        from unnest(array[10, 9, 3, null, 10, 8]) with ordinality as r(score, n)
                        join channel on key = case when n <= 4 then 'email' else 'chat' end;
                        insert into response (key, survey_id, visitor_id, channel_id, at, score, content)
                        select 's' || n, 2, 1, channel.id, '2026-04-03T10:00Z', score, gen_random_uuid()
                        from unnest(array[5, 5, 5, 1, null]) with ordinality as r(score, n) join channel on key = 'email'
                        """);
        try (Connection connection = FACTS.connection()) {
            DirtyDays.mark(
                    JdbiSetup.on(connection), "voice", "select at from invitation union all select at from response");
        }
        new CubeBuilder(JdbiSetup.of(FACTS.database()), CONTRIBUTIONS).refreshAll();
    }

    @Test
    void whoDismissedTheQuestionIsNoPassive() {
        Figure nps = total("nps", APRIL + "&channel=email");

        assertThat(nps.n()).isEqualTo(3);
        assertThat(nps.value().orElseThrow().doubleValue()).isEqualTo(100.0 / 3, within(1e-9));
        assertThat(total("reviews", APRIL).value().orElseThrow()).isEqualByComparingTo("4");
        assertThat(total("review_count", APRIL).value().orElseThrow()).isEqualByComparingTo("4");
    }

    @Test
    void whoWasInvitedElsewhereIsNotInTheDenominator() {
        assertThat(total("response_rate", APRIL + "&channel=chat").value().orElseThrow())
                .isEqualByComparingTo("100");
        assertThat(total("response_rate", APRIL + "&channel=email").value().orElseThrow())
                .as("who left out the score answered, too")
                .isEqualByComparingTo("40");
        assertThat(total("response_rate", APRIL + "&segment=plan:pro").denominator())
                .isEqualByComparingTo("6");
        assertThat(total("response_rate", APRIL + "&channel=email&segment=plan:pro")
                        .denominator())
                .isEqualByComparingTo("5");
    }

    @Test
    void theWholeIsNoAverageOfItsChannels() {
        // 33.3 by e-mail of 3, 50 by chat of 2: 40 of all 5, not 41.7.
        assertThat(total("nps", APRIL).value().orElseThrow()).isEqualByComparingTo("40");
    }

    private static Figure total(String metric, String query) {
        return METRICS.ask(metric, Facts.slice(query), Grouping.TOTAL).total().figure();
    }
}
