package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand agents, each with as many tickets as its number. */
class BreakdownTableTest {
    private static final Slice SLICE = Asked.slice("from=2026-07-01&to=2026-07-31&compare=none");
    private static final FigureText TEXT = new FigureText(EnglishWords.AUDIENCE);
    private static final PartMessages WORDS = EnglishWords.AUDIENCE.words(PartMessages.class);

    @Test
    void theLargestAreShownAndTheOthersAddUpWhereTheyCan() {
        List<Answer> answers = List.of(answer("ticket_volume"), answer("first_response_time"));
        BreakdownTable all =
                BreakdownTable.of(answers, "part:agent", key -> "", new PageLinks("/support/work", SLICE), TEXT);
        assertThat(all.rows()).hasSize(10_000);

        BreakdownTable shown = all.first(50, answers, WORDS, TEXT);

        assertThat(shown.rows()).hasSize(51);
        BreakdownTable.Row rest = shown.rows().get(50);
        assertThat(rest.label()).isEqualTo("All others (9,950)");
        // 1 + 2 + ... + 9,950
        assertThat(rest.cells().get(0).figure().value()).isEqualTo("49,506,225");
        assertThat(rest.cells().get(1).figure().none()).isTrue();
        assertThat(all.first(10_000, answers, WORDS, TEXT)).isEqualTo(all);
    }

    @Test
    void sharesOfOneWholeAddUpToo() {
        List<Answer> answers = List.of(answer("churn_rate", Dimension.REASON));

        BreakdownTable shown = BreakdownTable.of(
                        answers, "part:reason", key -> "", new PageLinks("/metrics/churn_rate", SLICE), TEXT)
                .first(9_999, answers, WORDS, TEXT);

        assertThat(shown.rows()).hasSize(10_000);
        // the smallest alone
        assertThat(shown.rows().get(9_999).cells().get(0).figure().value()).isEqualTo("1.0%");
    }

    private static Answer answer(String metric) {
        return answer(metric, Dimension.AGENT);
    }

    private static Answer answer(String metric, Dimension dimension) {
        return new Answer(
                Catalogue.find(metric).orElseThrow(),
                SLICE,
                Grouping.parts(dimension),
                Optional.empty(),
                Optional.empty(),
                IntStream.rangeClosed(1, 10_000)
                        .map(i -> 10_001 - i)
                        .mapToObj(BreakdownTableTest::row)
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Answer.Row row(int agent) {
        String name = "agent " + agent;
        return new Answer.Row(
                new DimensionKey(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(name)),
                name,
                Figure.of(BigDecimal.valueOf(agent), agent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
