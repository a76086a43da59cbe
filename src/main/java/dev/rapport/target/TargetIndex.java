package dev.rapport.target;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.metric.Definition;
import dev.rapport.query.Answer;
import dev.rapport.slice.Bucket;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the target of a figure among all targets there are. A figure's target is the newest that holds on the last day
 * of its period and is for the very same channel and segment: one for all where nothing is narrowed, one for chat where
 * chat alone is asked for. Of several channels or segments together, of parts, and of a metric counted in another way
 * than its usual one, nobody has said what they shall be.
 */
public final class TargetIndex {
    public static final TargetIndex EMPTY = new TargetIndex(List.of());

    private final Map<String, List<TargetRule>> rules = new HashMap<>();

    TargetIndex(List<TargetRule> all) {
        all.stream()
                .sorted(Comparator.comparing(TargetRule::from).reversed())
                .forEach(rule -> rules.computeIfAbsent(rule.metric(), metric -> new ArrayList<>())
                        .add(rule));
    }

    /** The targets of an answer's rows. */
    public Aims of(Answer answer) {
        List<TargetRule> own = rules.getOrDefault(answer.metric().key(), List.of());
        boolean usual =
                counted(answer).noneMatch(name -> answer.slice().option(name).isPresent())
                        && answer.grouping().part().isEmpty();
        return new Aims(answer, usual ? own : List.of());
    }

    /** Names of the options that make the metric another one, or narrow it to a part. */
    private static Stream<String> counted(Answer answer) {
        Definition definition = answer.metric().definition();
        return Stream.concat(
                definition.options().stream(), definition.parts().stream().map(Dimension::key));
    }

    /** What a value over so long a time shall be. */
    public record OtherLength(BigDecimal value, Grain span) {}

    /** Whose target is looked for. */
    private record Who(Optional<String> channel, Optional<TargetRule.Segment> segment) {}

    /** The targets of the rows of one answer. */
    public static final class Aims {
        private final Answer answer;
        private final List<TargetRule> rules;
        private final Map<LocalDateTime, Period> buckets = new HashMap<>();

        private Aims(Answer answer, List<TargetRule> rules) {
            this.answer = answer;
            this.rules = rules;
            if (!rules.isEmpty() && answer.grouping().byBucket()) {
                for (Bucket bucket : answer.slice().buckets()) {
                    buckets.put(bucket.start(), bucket.days());
                }
            }
        }

        public Optional<TargetStatus> of(Answer.Row row) {
            Slice slice = answer.slice();
            boolean hourly = row.key().bucket().isPresent() && slice.grain() == Grain.HOUR;
            Optional<Who> who = rules.isEmpty() || hourly ? Optional.empty() : who(row.key());
            if (who.isEmpty()) {
                return Optional.empty();
            }
            Period period = row.key()
                    .bucket()
                    .map(start -> buckets.getOrDefault(start, slice.period()))
                    .orElse(slice.period());
            return rule(who.get(), period.lastDay()).flatMap(rule -> aim(rule, period, row));
        }

        /** What is wanted of values over another length than those of this trend. */
        public Optional<OtherLength> ofOtherLength() {
            Slice slice = answer.slice();
            return who(DimensionKey.TOTAL)
                    .filter(who -> !answer.metric().definition().additive())
                    .flatMap(who -> rule(who, slice.period().lastDay()))
                    .filter(rule ->
                            rule.span().filter(span -> span != slice.grain()).isPresent())
                    .map(rule -> new OtherLength(rule.value(), rule.span().orElseThrow()));
        }

        private Optional<TargetRule> rule(Who who, LocalDate day) {
            return rules.stream()
                    .filter(rule -> !rule.from().isAfter(day))
                    .filter(rule -> rule.channel().equals(who.channel())
                            && rule.segment().equals(who.segment()))
                    .findFirst();
        }

        /** Empty where several channels or segments are asked for together. */
        private Optional<Who> who(DimensionKey key) {
            SortedSet<String> asked = answer.slice().channels();
            Optional<String> channel =
                    key.channel().or(() -> asked.stream().findFirst().filter(any -> asked.size() == 1));
            TreeMap<String, SortedSet<String>> segments =
                    new TreeMap<>(answer.slice().segments().values());
            answer.grouping()
                    .segmentGroup()
                    .ifPresent(group ->
                            key.segmentValue().ifPresent(value -> segments.put(group, new TreeSet<>(List.of(value)))));
            boolean many = channel.isEmpty() && !asked.isEmpty()
                    || segments.size() > 1
                    || segments.values().stream().anyMatch(values -> values.size() != 1);
            return many
                    ? Optional.empty()
                    : Optional.of(new Who(
                            channel,
                            segments.entrySet().stream()
                                    .findFirst()
                                    .map(entry -> new TargetRule.Segment(
                                            entry.getKey(), entry.getValue().first()))));
        }

        private Optional<TargetStatus> aim(TargetRule rule, Period period, Answer.Row row) {
            Definition definition = answer.metric().definition();
            return rule.over(period, definition.additive(), answer.slice().weekStart())
                    .map(value -> new TargetStatus(value, rule.from(), rule.bound(), state(rule, value, row)));
        }

        private TargetStatus.State state(TargetRule rule, BigDecimal target, Answer.Row row) {
            Optional<BigDecimal> value = row.figure().value();
            if (value.isEmpty()) {
                return TargetStatus.State.NO_DATA;
            }
            boolean holds = rule.bound().holds(value.get(), target);
            // A sum only grows until its period is over: at least is decided when it is reached, at most when it is
            // passed.
            boolean open = row.unfinished()
                    && answer.metric().definition().additive()
                    && holds == (rule.bound() == TargetBound.AT_MOST);
            return open ? TargetStatus.State.OPEN : holds ? TargetStatus.State.MET : TargetStatus.State.MISSED;
        }
    }
}
