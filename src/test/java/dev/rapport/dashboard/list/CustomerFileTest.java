package dev.rapport.dashboard.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customers.CustomerProfile;
import dev.rapport.customers.CustomerProfile.Counted;
import dev.rapport.customers.CustomerProfile.Held;
import dev.rapport.customers.CustomerProfile.Totals;
import dev.rapport.customers.CustomerProfile.Trait;
import dev.rapport.customers.Timeline;
import dev.rapport.customers.TimelineFilter;
import dev.rapport.customers.TimelineFilter.Before;
import dev.rapport.fact.TimelineLine;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Health;
import dev.rapport.revenue.BoughtTogether;
import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CustomerFileTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Timeline.Entry ORDER =
            entry("order", "=Rolls", Optional.of(new BigDecimal("-12.50")), "A-1", Optional.empty());
    private static final Timeline.Entry TICKET =
            entry("ticket", "Stuck, again", Optional.of(BigDecimal.ONE), "", Optional.of(NOON.plusSeconds(60)));
    private static final CustomerProfile PROFILE = new CustomerProfile(
            7,
            "K-7",
            "Ada",
            "ada@example.org",
            new Totals(new BigDecimal("99.90"), 3, 5, 1, 0, Optional.of(NOON), Optional.empty()),
            Optional.of(new Health(Map.of(), 385)),
            Health.Weights.USUAL,
            List.of(new Trait("@industry", "circus", Optional.of(NOON))),
            List.of(new Held(
                    "Plan",
                    "Pro",
                    Optional.of(LocalDate.of(2026, 1, 1)),
                    Optional.of(LocalDate.of(2026, 7, 1)),
                    "pro")),
            List.of(new Counted("Chat", 4), new Counted("E-mail", 1)),
            List.of(),
            List.of(),
            new long[24],
            ZoneId.of("Europe/Berlin"));

    private static final List<BoughtTogether.Offer> OFFERS =
            List.of(new BoughtTogether.Offer("Rolls", "=Bread", new CountedShare(30, 40), new CountedShare(36, 100)));

    @Test
    void saysWhatIsKnownAndThenWhatHappened() throws IOException {
        TimelineFilter all = new TimelineFilter(Optional.empty(), Optional.empty(), 10);
        assertThat(written(all, filter -> new Timeline(List.of(ORDER, TICKET), Optional.empty())))
                .containsExactly(
                        "\uFEFFtime,until,kind,channel,text,detail,amount",
                        ",,fact,,value,,99.9",
                        ",,fact,,orders,,3",
                        ",,fact,,visits,,5",
                        ",,fact,,tickets,,1",
                        ",,fact,,open_tickets,,0",
                        "2026-07-01T12:00:00Z,,fact,,first_seen,,",
                        ",,fact,,last_active,,",
                        ",,fact,Chat,preferred_channel,,",
                        ",,fact,,health,at-risk,38.5",
                        "2026-07-01T12:00:00Z,,trait,,'@industry,circus,",
                        "2026-01-01,2026-06-30,segment,,Plan,Pro,",
                        ",,offer,,'=Bread,Rolls,75",
                        "2026-07-01T12:00:00Z,,order,Chat,'=Rolls,A-1,-12.5",
                        "2026-07-01T12:00:00Z,2026-07-01T12:01:00Z,ticket,Chat,\"Stuck, again\",,");
    }

    @Test
    void readsALongLifePieceByPieceAndOfOneKindAlone() throws IOException {
        TimelineFilter orders = new TimelineFilter(TimelineFilter.kind("order"), Optional.empty(), 1);
        List<TimelineFilter> asked = new ArrayList<>();
        assertThat(written(orders, filter -> {
                    asked.add(filter);
                    return new Timeline(
                            List.of(ORDER),
                            asked.size() < 3 ? Optional.of(new Before(9, asked.size())) : Optional.empty());
                }))
                .hasSize(4)
                .noneMatch(line -> line.contains(",fact,"));
        assertThat(asked).containsExactly(orders, orders.after(new Before(9, 1)), orders.after(new Before(9, 2)));
    }

    private static Timeline.Entry entry(
            String kind, String about, Optional<BigDecimal> amount, String detail, Optional<Instant> until) {
        TimelineLine line = TimelineFilter.kind(kind).orElseThrow();
        return new Timeline.Entry(line, NOON, "Chat", about, amount, detail, until);
    }

    private static List<String> written(TimelineFilter filter, Function<TimelineFilter, Timeline> reading)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out);
        new CustomerFile(PROFILE, OFFERS, filter, reading).write(table);
        table.finish();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
