package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Definition} in a few words; what is not said is as most metrics have it. */
final class Define {
    private final String key;
    private final Definition.Topic topic;
    private final Definition.Unit unit;
    private final Definition.Better better;
    private @Nullable Benchmark benchmark;
    private List<Benchmark> beside = List.of();
    private boolean additive;
    private boolean growing;
    private boolean people = true;
    private int ripeAfter;
    private Set<String> options = Set.of();
    private Set<Dimension> parts = Set.of();
    private Set<Dimension> overlapping = Set.of();
    private List<String> sources = List.of();
    private @Nullable RowSet rows;

    private Define(String key, Definition.Topic topic, Definition.Unit unit, Definition.Better better) {
        this.key = key;
        this.topic = topic;
        this.unit = unit;
        this.better = better;
    }

    static Define metric(String key, Definition.Topic topic, Definition.Unit unit, Definition.Better better) {
        return new Define(key, topic, unit, better);
    }

    Define benchmark(Benchmark bands) {
        benchmark = bands;
        return this;
    }

    /** What is said beside the benchmark. */
    Define beside(Benchmark... others) {
        beside = List.of(others);
        return this;
    }

    Define additive() {
        additive = true;
        return this;
    }

    /** Its facts have no persons: an advertisement is not paid for somebody. */
    Define withoutPeople() {
        people = false;
        return this;
    }

    Define growing() {
        growing = true;
        return this;
    }

    Define ripeAfter(int days) {
        ripeAfter = days;
        return this;
    }

    Define options(SliceOption... understood) {
        options = Stream.of(understood).map(SliceOption::key).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    Define parts(Dimension... known) {
        parts = Set.of(known);
        return this;
    }

    /** Parts of which one record may be in several. */
    Define overlappingParts(Dimension... known) {
        overlapping = Set.of(known);
        return parts(known);
    }

    /** By what tickets say of themselves, and the hour in which what is counted of them happened. */
    Define ticketParts() {
        return parts(Dimension.ISSUE_TYPE, Dimension.AGENT, Dimension.TEAM, Dimension.PRIORITY, Dimension.WEEKDAY_HOUR);
    }

    /** By what answers to surveys are about, and what is said by the ticket that they are an answer to. */
    Define answerParts() {
        return parts(
                Dimension.SCORE,
                Dimension.TOPIC,
                Dimension.FEATURE,
                Dimension.ISSUE_TYPE,
                Dimension.AGENT,
                Dimension.TEAM,
                Dimension.PRIORITY,
                Dimension.WEEKDAY_HOUR);
    }

    Define sources(String... names) {
        sources = List.of(names);
        return this;
    }

    Define rows(RowSet behind) {
        rows = behind;
        return this;
    }

    /** @throws NullPointerException where it says no rows: nobody could count its figure again */
    Definition done() {
        return new Definition(
                key,
                topic,
                unit,
                better,
                Optional.ofNullable(benchmark),
                beside,
                additive,
                growing,
                people,
                ripeAfter,
                false,
                options,
                parts,
                overlapping,
                sources,
                Objects.requireNonNull(rows, key));
    }
}
