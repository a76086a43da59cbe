package dev.rapport.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final Slice OCTOBER = Facts.slice("from=2026-10-01&to=2026-10-31");
    private static final Slice NOVEMBER = Facts.slice("from=2026-11-01&to=2026-11-30");
    private static final long MUCH = 1 << 20;

    /** What the engine was asked. */
    private final List<String> asked = new ArrayList<>();

    private String edition = "one";
    private Instant now = Instant.parse("2026-11-21T10:07:30Z");
    private final AnswerCache metrics = cached(MUCH);

    private AnswerCache cached(long bytes) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new AnswerCache(this::answer, () -> edition, () -> edition, bytes, clock);
    }

    private synchronized List<Answer> answer(List<MetricQuery> asks) {
        asks.forEach(metricQuery -> asked.add(metricQuery.metric()));
        return asks.stream().map(AnswerCacheTest::answer).toList();
    }

    private static Answer answer(MetricQuery metricQuery) {
        return new Answer(
                Catalogue.find(metricQuery.metric()).orElseThrow(),
                metricQuery.slice(),
                metricQuery.grouping(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Answer ask(String metric, Slice slice) {
        return metrics.ask(metric, slice, Grouping.TOTAL);
    }

    @Test
    void answersOnceAndOnlyWhatIsMissing() {
        Answer first = ask("sessions", OCTOBER);
        assertThat(ask("sessions", OCTOBER)).isSameAs(first);
        List<Answer> both = metrics.askAll(List.of(
                new MetricQuery("orders", OCTOBER, Grouping.TOTAL),
                new MetricQuery("sessions", OCTOBER, Grouping.TOTAL),
                new MetricQuery("orders", OCTOBER, Grouping.TOTAL)));
        assertThat(both).extracting(answer -> answer.metric().key()).containsExactly("orders", "sessions", "orders");
        assertThat(asked).containsExactly("sessions", "orders");
    }

    @Test
    void anotherSliceOrBreakdownIsAnotherQuestion() {
        ask("sessions", OCTOBER);
        ask("sessions", NOVEMBER);
        metrics.ask("sessions", OCTOBER, Grouping.CHANNELS);
        assertThat(asked).hasSize(3);
    }

    @Test
    void aNewEditionIsAnsweredAnew() {
        ask("sessions", OCTOBER);
        edition = "two";
        ask("sessions", OCTOBER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsOverDoesNotDependOnTheClock() {
        ask("sessions", OCTOBER);
        now = now.plusSeconds(1_000_000);
        ask("sessions", OCTOBER);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsNotOverIsAskedAgainEveryQuarterOfAnHour() {
        ask("sessions", NOVEMBER);
        now = Instant.parse("2026-11-21T10:14:59Z");
        ask("sessions", NOVEMBER);
        assertThat(asked).hasSize(1);
        now = Instant.parse("2026-11-21T10:15:00Z");
        ask("sessions", NOVEMBER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void waitingTimesHoldForAMinute() {
        ask("resolution_time", OCTOBER);
        now = Instant.parse("2026-11-21T10:07:59Z");
        ask("resolution_time", OCTOBER);
        assertThat(asked).hasSize(1);
        now = Instant.parse("2026-11-21T10:08:00Z");
        ask("resolution_time", OCTOBER);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aFailureIsNotKept() {
        List<Integer> calls = new ArrayList<>();
        AnswerCache failing = new AnswerCache(
                asks -> {
                    calls.add(1);
                    throw new IllegalStateException("away");
                },
                () -> edition,
                () -> edition,
                MUCH,
                Clock.systemUTC());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> failing.ask("sessions", OCTOBER, Grouping.TOTAL))
                    .hasMessage("away");
        }
        assertThat(calls).hasSize(2);
    }

    @Test
    void equalQuestionsAtOnceAreAnsweredOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AnswerCache slow = new AnswerCache(
                asks -> {
                    begun.countDown();
                    await(go);
                    return answer(asks);
                },
                () -> edition,
                () -> edition,
                MUCH,
                Clock.systemUTC());
        var first = CompletableFuture.supplyAsync(() -> slow.ask("sessions", OCTOBER, Grouping.TOTAL));
        await(begun);
        var second = CompletableFuture.supplyAsync(() -> slow.ask("sessions", OCTOBER, Grouping.TOTAL));
        go.countDown();
        assertThat(second.get(10, TimeUnit.SECONDS)).isSameAs(first.get(10, TimeUnit.SECONDS));
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoAskedAlongIsAnsweredWhenTheOtherOneHasGone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AnswerCache left = new AnswerCache(
                asks -> {
                    if (begun.getCount() > 0) {
                        begun.countDown();
                        await(go);
                        throw new IllegalStateException("gone");
                    }
                    return answer(asks);
                },
                () -> edition,
                () -> edition,
                MUCH,
                Clock.systemUTC());
        var first = CompletableFuture.supplyAsync(() -> left.ask("sessions", OCTOBER, Grouping.TOTAL));
        await(begun);
        var second = CompletableFuture.supplyAsync(() -> left.ask("sessions", OCTOBER, Grouping.TOTAL));
        go.countDown();
        assertThatThrownBy(first::get).hasRootCauseMessage("gone");
        assertThat(second.get(10, TimeUnit.SECONDS).metric().key()).isEqualTo("sessions");
    }

    @Test
    void withoutRoomNothingIsKept() {
        AnswerCache none = cached(0);
        none.ask("sessions", OCTOBER, Grouping.TOTAL);
        none.ask("sessions", OCTOBER, Grouping.TOTAL);
        assertThat(asked).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
