package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.OptionMessages;
import dev.rapport.dashboard.OptionText;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the same metric counted in the other ways it knows, so that nobody takes one of them for the whole story. A
 * median stands beside its mean, figures with and without what still waits, the mean of a period beside its last day.
 */
final class Alternatives {
    /** More would be a table and not a remark. */
    private static final int MOST = 6;

    /** Metrics that are each other's alternative without being one. */
    private static final Map<String, String> BESIDE =
            Map.of("session_duration", "session_duration_median", "session_duration_median", "session_duration");

    private final Metric metric;
    private final PageContext context;
    private final PageLinks links;
    private final LocalDate today;
    private final List<Way> ways;

    /** One way to count, with the page that counts so. */
    public record Alternative(String label, String value, String url, boolean chosen) {}

    /** @param alike another way that says the very same is not shown beside it */
    private record Way(MetricQuery ask, String label, PageLinks to, boolean chosen, boolean alike) {}

    Alternatives(Metric metric, PageContext context, PageLinks links, LocalDate today) {
        this.metric = metric;
        this.context = context;
        this.links = links;
        this.today = today;
        this.ways = ways();
    }

    /** What must be known to show them. */
    Stream<MetricQuery> asks() {
        return ways.stream().map(Way::ask);
    }

    /** Empty when there is no other way. */
    List<Alternative> of(Answers answers) {
        List<Alternative> shown = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        for (Way way : ways) {
            Answer answer = answers.to(way.ask());
            Seen now = new Seen(answer.total().figure(), answer.notes());
            // Two ways that are one, as the mean that knows resolved tickets only: the one that was asked for stays.
            int same = way.alike() ? seen.indexOf(now) : -1;
            if (same < 0) {
                seen.add(now);
                shown.add(shown(way, answer));
            } else if (way.chosen()) {
                shown.set(same, shown(way, answer));
            }
        }
        return shown;
    }

    private List<Way> ways() {
        Definition definition = metric.definition();
        List<Way> all = new ArrayList<>(byOptions(definition));
        Optional.ofNullable(BESIDE.get(metric.key()))
                .ifPresent(other -> all.add(way(
                        other,
                        other.endsWith("median")
                                ? context.words(OptionMessages.class).statMedian()
                                : context.words(OptionMessages.class).statMean(),
                        context.slice(),
                        new PageLinks("/metrics/" + other, context.slice()),
                        false)));
        if (definition.topic() == Definition.Topic.PRODUCT && definition.unit() == Definition.Unit.COUNT) {
            lastDay().ifPresent(day -> {
                all.add(way(
                        metric.key(), context.words(OptionMessages.class).meanOfDays(), context.slice(), links, true));
                all.add(lastDay(day));
            });
        }
        return all;
    }

    private List<Way> byOptions(Definition definition) {
        List<SliceOption> options = Stream.of(SliceOption.values())
                .filter(option -> definition.options().contains(option.key()))
                .filter(option -> option.choices().size() > 1)
                .toList();
        List<Slice> slices = options.isEmpty() ? List.of() : List.of(context.slice());
        for (SliceOption option : options) {
            slices = slices.stream()
                    .flatMap(slice ->
                            option.choices().stream().map(value -> slice.withOption(option, Optional.of(value))))
                    .toList();
        }
        return (slices.size() > MOST ? List.<Slice>of() : slices)
                .stream()
                        .map(slice -> new Way(
                                ask(definition.key(), slice),
                                label(slice, options),
                                links.with(slice),
                                slice.options().equals(context.slice().options()),
                                true))
                        .toList();
    }

    private record Seen(Figure figure, List<String> notes) {}

    private static Way way(String key, String label, Slice slice, PageLinks to, boolean chosen) {
        return new Way(ask(key, slice), label, to.with(slice), chosen, false);
    }

    private Alternative shown(Way way, Answer answer) {
        return new Alternative(
                way.label(),
                context.figures()
                        .figure(
                                answer.metric().definition().unit(),
                                answer.total().figure()),
                way.to().url(),
                way.chosen());
    }

    private static MetricQuery ask(String key, Slice slice) {
        return new MetricQuery(key, slice.withComparison(Comparison.NONE), Grouping.TOTAL);
    }

    private String label(Slice slice, List<SliceOption> options) {
        return options.stream()
                .filter(option -> options.size() == 1
                        || option.equals(options.get(0))
                        || slice.option(option).isPresent())
                .map(option -> OptionText.value(
                        option,
                        slice.option(option).orElse(option.choices().get(0)),
                        context.words(OptionMessages.class)))
                .collect(Collectors.joining(", "));
    }

    /** The last of the period's days that is over; empty when the period is that day alone, or has not begun. */
    private Optional<LocalDate> lastDay() {
        Period period = context.slice().period();
        LocalDate yesterday = today.minusDays(1);
        LocalDate last = period.lastDay().isAfter(yesterday) ? yesterday : period.lastDay();
        return Optional.of(last).filter(day -> !day.isBefore(period.from()) && period.days() > 1);
    }

    private Way lastDay(LocalDate day) {
        Slice slice =
                context.slice().withPeriod(new Period(day, day.plusDays(1))).withGrain(Grain.DAY);
        String label = context.words(OptionMessages.class)
                .onDay(context.audience().dates().shortDay(day));
        return way(metric.key(), label, slice, links, false);
    }
}
