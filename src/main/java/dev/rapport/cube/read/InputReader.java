package dev.rapport.cube.read;

import dev.rapport.cube.build.FactSource;
import dev.rapport.metric.Input;
import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/** Finds for each input of a formula what answers it: cells, sets or, by the hour, facts. */
public final class InputReader {
    private final Handle handle;
    private final SetReader sets;
    private final ActiveReader active;
    private final List<FactSource> factSources;

    public InputReader(ReadTransaction readTransaction, List<FactSource> factSources, LocalDate today) {
        this(readTransaction, factSources, today, Optional.empty());
    }

    /** @param only whom active people of trailing days are counted of; all where empty */
    InputReader(
            ReadTransaction readTransaction,
            List<FactSource> factSources,
            LocalDate today,
            Optional<RoaringBitmap> only) {
        this.handle = readTransaction.handle();
        this.sets = new SetReader(readTransaction);
        this.active = new ActiveReader(sets, today, only);
        this.factSources = factSources;
    }

    public InputValues read(PlannedQuery plannedQuery, Collection<Input> inputs) {
        return plannedQuery.parts().isEmpty() ? whole(plannedQuery, inputs) : parts(plannedQuery, inputs);
    }

    /** What cannot be told apart is the same for every part: all people are asked of each page. */
    private InputValues parts(PlannedQuery plannedQuery, Collection<Input> inputs) {
        MeasureReader measureReader = new MeasureReader(handle, factSources);
        List<Input> apart = inputs.stream()
                .filter(input -> measureReader.knows(input, plannedQuery.parts()))
                .toList();
        InputValues numbers = new InputValues();
        measureReader.read(plannedQuery, apart, numbers);
        List<Input> others =
                inputs.stream().filter(input -> !apart.contains(input)).toList();
        if (!others.isEmpty()) {
            int first = plannedQuery.part().isPresent() ? 1 : 0;
            InputValues whole = whole(plannedQuery.whole(), others);
            for (CellId cellId : whole.places()) {
                whole.at(cellId).values().forEach((input, value) -> {
                    for (int part = first; part <= numbers.parts(); part++) {
                        numbers.add(cellId.ofPart(part), input, value);
                    }
                });
            }
        }
        return numbers;
    }

    private InputValues whole(PlannedQuery plannedQuery, Collection<Input> inputs) {
        InputValues numbers = new InputValues();
        if (plannedQuery.isByHour()) {
            new MeasureReader(handle, factSources).read(plannedQuery, inputs, numbers);
        } else {
            new CellReader(handle)
                    .read(
                            plannedQuery,
                            inputs.stream()
                                    .filter(Input.Sum.class::isInstance)
                                    .map(Input.Sum.class::cast)
                                    .toList(),
                            numbers);
        }
        for (Input input : inputs) {
            if (input instanceof Input.People people && !plannedQuery.isByHour()) {
                people(plannedQuery, people, numbers);
            } else if (input instanceof Input.PeopleAlso both && !plannedQuery.isByHour()) {
                peopleAlso(plannedQuery, both, numbers);
            } else if (input instanceof Input.MeanActive || input instanceof Input.ActiveAtEnd) {
                active(plannedQuery, input, numbers);
            }
        }
        return numbers;
    }

    /** Trailing days are days: every hour says what its day says. */
    private void active(PlannedQuery plannedQuery, Input input, InputValues into) {
        PlannedQuery asked = plannedQuery.isByHour() ? plannedQuery.byDay(plannedQuery.period()) : plannedQuery;
        InputValues found = plannedQuery.isByHour() ? new InputValues() : into;
        if (input instanceof Input.MeanActive mean) {
            active.mean(asked, mean, found);
        } else if (input instanceof Input.ActiveAtEnd end) {
            active.atEnd(asked, end, found);
        }
        if (plannedQuery.isByHour()) {
            for (int i = 0; i < plannedQuery.buckets().size(); i++) {
                int day = (int) new Period(
                                        plannedQuery.period().from(),
                                        plannedQuery.buckets().get(i).days().to())
                                .days()
                        - 1;
                for (CellId cellId : found.places()) {
                    if (cellId.bucket() == day) {
                        into.add(cellId.inBucket(i), input, found.at(cellId).get(input));
                    }
                }
            }
        }
    }

    private void people(PlannedQuery plannedQuery, Input.People people, InputValues into) {
        List<Integer> items = new ArrayList<>();
        if (people.item().isEmpty() && CellReader.hasItems(people.measure())) {
            items.addAll(plannedQuery.dimensions().items().goals().values());
        } else {
            items.add(people.item().orElse(0));
        }
        if (items.size() == 1) {
            sets.count(plannedQuery, people.measure().id(), items.get(0))
                    .forEach((cellId, count) -> into.add(cellId, people, count));
            return;
        }
        // Whoever reached any of the goals, each once.
        var union = new HashMap<CellId, RoaringBitmap>();
        for (int item : items) {
            sets.people(plannedQuery, people.measure().id(), item)
                    .forEach((cellId, who) -> union.computeIfAbsent(cellId, key -> new RoaringBitmap())
                            .or(who));
        }
        union.forEach((cellId, who) -> into.add(cellId, people, who.getLongCardinality()));
    }

    private void peopleAlso(PlannedQuery plannedQuery, Input.PeopleAlso both, InputValues into) {
        Map<CellId, RoaringBitmap> also =
                sets.people(plannedQuery.anywhere(), both.also().id(), 0);
        sets.people(plannedQuery, both.measure().id(), 0)
                .forEach((cellId, who) -> Optional.ofNullable(also.get(new CellId(cellId.bucket(), 0, 0)))
                        .ifPresent(others -> into.add(cellId, both, RoaringBitmap.andCardinality(who, others))));
    }
}
