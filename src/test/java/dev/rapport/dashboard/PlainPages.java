package dev.rapport.dashboard;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Slice;
import dev.rapport.target.TargetIndex;
import dev.rapport.words.Audience;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what plain tests lay pages out by: two audiences, a slice, and an answer to whatever is asked for. */
public final class PlainPages {
    public static final Audience BERLIN = EnglishWords.audience(Locale.UK, "Europe/Berlin", "EUR");
    public static final Audience NEW_YORK = EnglishWords.audience(Locale.US, "America/New_York", "USD");
    public static final Instant FRESH = Instant.parse("2026-11-21T02:30:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    public static final Slice SLICE = Asked.slice("from=2026-07-01&to=2026-07-03&compare=none&grain=day");
    public static final SliceChoices CHOICES = new SliceChoices(
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

    private PlainPages() {}

    public static PageContext context(Audience audience) {
        return new PageContext(SLICE, CHOICES, new FigureText(audience, TargetIndex.EMPTY));
    }

    /** To everything that is asked for at once. */
    public static Answers answers(Stream<MetricQuery> asks) {
        return new Answers(all -> all.stream().map(PlainPages::answer).toList(), asks);
    }

    private static Answer answer(MetricQuery asked) {
        return new Answer(
                Catalogue.find(asked.metric()).orElseThrow(),
                asked.slice(),
                asked.grouping(),
                Optional.empty(),
                Optional.empty(),
                keys(asked).stream().map(PlainPages::row).toList(),
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
