package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.ListedCustomer;
import dev.rapport.dashboard.list.CustomerListPage;
import dev.rapport.dashboard.metric.MetricLayout;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Slice;
import dev.rapport.target.TargetIndex;
import dev.rapport.testsupport.PlainTemplates;
import dev.rapport.words.Audience;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes whole pages from answers for two audiences, without a server: as a mail would. */
class PageWithoutRequestTest {
    private static final Audience BERLIN = EnglishWords.audience(Locale.UK, "Europe/Berlin", "EUR");
    private static final Audience NEW_YORK = EnglishWords.audience(Locale.US, "America/New_York", "USD");
    private static final Instant FRESH = Instant.parse("2026-11-21T02:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Slice SLICE = Asked.slice("from=2026-07-01&to=2026-07-03&compare=none&grain=day");
    private static final SliceChoices CHOICES = new SliceChoices(
            ZoneId.of("Europe/Berlin"),
            DayOfWeek.MONDAY,
            TODAY,
            "EUR",
            List.of(new SliceChoices.Choice("chat", "Chat"), new SliceChoices.Choice("email", "E-mail")),
            List.of(new SliceChoices.Group("plan", "Plan", List.of(new SliceChoices.Choice("pro", "Pro")))),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    @Test
    void aMetricsPanelReadsAsItsAudienceWritesDaysSumsAndMoments() {
        assertThat(metric(BERLIN))
                .contains("1 Jul – 3 Jul 2026", "€1,234", "21 Nov 2026, 03:30", ">2 Jul<", ">Chat<", ">Pro<")
                .doesNotContain("NOT_FOUND");
        assertThat(metric(NEW_YORK))
                .contains("Jul 1 – Jul 3, 2026", "$1,234", "Nov 20, 2026, 9:30", ">Jul 2<")
                .doesNotContain("€");
    }

    @Test
    void aListReadsAsItsAudienceWritesIt() {
        assertThat(customers(BERLIN)).contains("1 person", "Ada", "€1,234", "21 Nov 2026");
        assertThat(customers(NEW_YORK)).contains("1 person", "Ada", "$1,234", "Nov 21, 2026");
    }

    private static String metric(Audience audience) {
        MetricLayout layout =
                new MetricLayout(Catalogue.find("revenue").orElseThrow(), "plan", context(audience), TODAY);
        Answers answers = new Answers(
                asks -> asks.stream().map(PageWithoutRequestTest::answer).toList(), layout.asks());
        return new PlainTemplates(audience).fragment("dashboard/metric", "content", layout.page(answers, List.of()));
    }

    private static String customers(Audience audience) {
        CustomerFilter filter = CustomerFilter.read(SLICE, Map.of());
        ListedCustomer ada = new ListedCustomer(
                7,
                "K-7",
                "Ada",
                new BigDecimal("1234.4"),
                3,
                Optional.of(FRESH),
                1,
                Optional.empty(),
                Optional.of(815),
                new CustomerFilter.After("1234.4", 7));
        CustomerList.Page found = new CustomerList.Page(List.of(ada), false, 1, Optional.of(FRESH));
        return new PlainTemplates(audience)
                .fragment("dashboard/customerList", "content", CustomerListPage.of(filter, found, context(audience)));
    }

    private static PageContext context(Audience audience) {
        return new PageContext(SLICE, CHOICES, new FigureText(audience, TargetIndex.EMPTY));
    }

    private static Answer answer(MetricQuery asked) {
        return new Answer(
                Catalogue.find(asked.metric()).orElseThrow(),
                asked.slice(),
                asked.grouping(),
                Optional.empty(),
                Optional.empty(),
                keys(asked).stream().map(PageWithoutRequestTest::row).toList(),
                Optional.of(FRESH),
                Optional.empty(),
                List.of());
    }

    private static List<DimensionKey> keys(MetricQuery asked) {
        Grouping grouping = asked.grouping();
        if (grouping.byBucket()) {
            return asked.slice().buckets().stream()
                    .map(bucket -> new DimensionKey(Optional.of(bucket.start()), Optional.empty(), Optional.empty()))
                    .toList();
        } else if (grouping.byChannel()) {
            return List.of(new DimensionKey(Optional.empty(), Optional.of("chat"), Optional.empty()));
        } else if (grouping.segmentGroup().isPresent()) {
            return List.of(new DimensionKey(Optional.empty(), Optional.empty(), Optional.of("pro")));
        }
        return List.of(DimensionKey.TOTAL);
    }

    private static Answer.Row row(DimensionKey key) {
        return new Answer.Row(
                key,
                key.channel()
                        .map(CHOICES::channelName)
                        .orElse(key.segmentValue().isPresent() ? "Pro" : ""),
                Figure.of(new BigDecimal("1234.4"), 50),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
