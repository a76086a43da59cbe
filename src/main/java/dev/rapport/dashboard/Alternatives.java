package dev.rapport.dashboard;

import dev.rapport.metric.Definition;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.query.Answer;
import dev.rapport.query.Grouping;
import dev.rapport.query.Metrics;
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
 * The same metric counted in the other ways it knows, so that nobody takes one of them for the whole story: a median beside
 * its mean, with and without what still waits, the mean of a period beside its last day.
 */
final class Alternatives {
    /** More would be a table and not a remark. */
    private static final int MOST = 6;

    /** Metrics that are each other's alternative without being one. */
    private static final Map<String, String> BESIDE =
            Map.of("session_duration", "session_duration_median", "session_duration_median", "session_duration");

    private final Metrics metrics;
    private final Asked asked;
    private final Links links;

    /** One way to count, with the page that counts so. */
    public record Alternative(String label, String value, String url, boolean chosen) {}

    Alternatives(Metrics metrics, Asked asked, Links links) {
        this.metrics = metrics;
        this.asked = asked;
        this.links = links;
    }

    /** Empty when there is no other way. */
    List<Alternative> of(Metric metric) {
        Definition definition = metric.definition();
        List<Alternative> all = new ArrayList<>(byOptions(definition));
        Optional.ofNullable(BESIDE.get(metric.key()))
                .ifPresent(other -> all.add(way(
                        other,
                        other.endsWith("median")
                                ? asked.words().statMedian()
                                : asked.words().statMean(),
                        asked.slice(),
                        new Links("/metrics/" + other, asked.slice()),
                        false)));
        if (definition.topic() == Definition.Topic.PRODUCT && definition.unit() == Definition.Unit.COUNT) {
            lastDay().ifPresent(day -> {
                all.add(way(metric.key(), asked.words().meanOfDays(), asked.slice(), links, true));
                all.add(lastDay(metric, day));
            });
        }
        return all;
    }

    private List<Alternative> byOptions(Definition definition) {
        List<SliceOption> options = Stream.of(SliceOption.values())
                .filter(option -> definition.options().contains(option.key()))
                .filter(option -> option.choices().size() > 1)
                .toList();
        List<Alternative> found = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        List<Slice> slices = options.isEmpty() ? List.of() : List.of(asked.slice());
        for (SliceOption option : options) {
            slices = slices.stream()
                    .flatMap(slice ->
                            option.choices().stream().map(value -> slice.withOption(option, Optional.of(value))))
                    .toList();
        }
        for (Slice slice : slices.size() > MOST ? List.<Slice>of() : slices) {
            Answer answer = ask(definition.key(), slice);
            Seen now = new Seen(answer.total().figure(), answer.notes());
            boolean chosen = slice.options().equals(asked.slice().options());
            // Two ways that are one, as the mean that knows resolved tickets only: the one that was asked for stays.
            int same = seen.indexOf(now);
            if (same >= 0 && !chosen) {
                continue;
            }
            Alternative way = shown(label(slice, options), answer, links.with(slice), chosen);
            if (same >= 0) {
                found.set(same, way);
            } else {
                seen.add(now);
                found.add(way);
            }
        }
        return found;
    }

    private record Seen(Figure figure, List<String> notes) {}

    private Alternative way(String key, String label, Slice slice, Links to, boolean chosen) {
        return shown(label, ask(key, slice), to.with(slice), chosen);
    }

    private Alternative shown(String label, Answer answer, Links to, boolean chosen) {
        return new Alternative(
                label,
                asked.figures()
                        .figure(
                                answer.metric().definition().unit(),
                                answer.total().figure()),
                to.url(),
                chosen);
    }

    private Answer ask(String key, Slice slice) {
        return metrics.ask(key, slice.withComparison(Comparison.NONE), Grouping.TOTAL);
    }

    private String label(Slice slice, List<SliceOption> options) {
        return options.stream()
                .filter(option -> options.size() == 1
                        || option.equals(options.get(0))
                        || slice.option(option).isPresent())
                .map(option -> OptionText.value(
                        option, slice.option(option).orElse(option.choices().get(0)), asked.words()))
                .collect(Collectors.joining(", "));
    }

    /** The last of the period's days that is over; empty when the period is that day alone, or has not begun. */
    private Optional<LocalDate> lastDay() {
        Period period = asked.slice().period();
        LocalDate yesterday = LocalDate.now(asked.slice().zone()).minusDays(1);
        LocalDate last = period.lastDay().isAfter(yesterday) ? yesterday : period.lastDay();
        return Optional.of(last).filter(day -> !day.isBefore(period.from()) && period.days() > 1);
    }

    private Alternative lastDay(Metric metric, LocalDate day) {
        Slice slice = asked.slice().withPeriod(new Period(day, day.plusDays(1))).withGrain(Grain.DAY);
        String label = asked.words().onDay(asked.reader().dates().shortDay(day));
        return way(metric.key(), label, slice, links, false);
    }
}
