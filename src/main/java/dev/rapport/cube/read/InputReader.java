package dev.rapport.cube.read;

import dev.rapport.cube.build.FactSource;
import dev.rapport.metric.Input;
import dev.rapport.slice.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Finds for each input of a formula what answers it: cells, sets or, by the hour, facts. */
public final class InputReader {
    private final Connection connection;
    private final SetReader sets;
    private final ActiveReader active;
    private final List<FactSource> contributions;

    public InputReader(ReadTransaction view, List<FactSource> contributions, LocalDate today) {
        this.connection = view.connection();
        this.sets = new SetReader(view);
        this.active = new ActiveReader(sets, today);
        this.contributions = contributions;
    }

    public InputValues read(PlannedQuery question, Collection<Input> inputs) throws SQLException {
        return question.parts().isEmpty() ? whole(question, inputs) : parts(question, inputs);
    }

    /** What cannot be told apart is the same for every part: all people are asked of each page. */
    private InputValues parts(PlannedQuery question, Collection<Input> inputs) throws SQLException {
        MeasureReader deeds = new MeasureReader(connection, contributions);
        List<Input> apart = inputs.stream()
                .filter(input -> deeds.knows(input, question.parts()))
                .toList();
        InputValues numbers = new InputValues();
        deeds.read(question, apart, numbers);
        List<Input> others =
                inputs.stream().filter(input -> !apart.contains(input)).toList();
        if (!others.isEmpty()) {
            int first = question.part().isPresent() ? 1 : 0;
            InputValues whole = whole(question.whole(), others);
            for (CellId place : whole.places()) {
                whole.at(place).values().forEach((input, value) -> {
                    for (int part = first; part <= numbers.parts(); part++) {
                        numbers.add(place.ofPart(part), input, value);
                    }
                });
            }
        }
        return numbers;
    }

    private InputValues whole(PlannedQuery question, Collection<Input> inputs) throws SQLException {
        InputValues numbers = new InputValues();
        if (question.isByHour()) {
            new MeasureReader(connection, contributions).read(question, inputs, numbers);
        } else {
            new CellReader(connection)
                    .read(
                            question,
                            inputs.stream()
                                    .filter(Input.Sum.class::isInstance)
                                    .map(Input.Sum.class::cast)
                                    .toList(),
                            numbers);
        }
        for (Input input : inputs) {
            if (input instanceof Input.People people && !question.isByHour()) {
                people(question, people, numbers);
            } else if (input instanceof Input.PeopleAlso both && !question.isByHour()) {
                peopleAlso(question, both, numbers);
            } else if (input instanceof Input.MeanActive || input instanceof Input.ActiveAtEnd) {
                active(question, input, numbers);
            }
        }
        return numbers;
    }

    /** Trailing days are days: every hour says what its day says. */
    private void active(PlannedQuery question, Input input, InputValues into) throws SQLException {
        PlannedQuery asked = question.isByHour() ? question.byDay(question.period()) : question;
        InputValues found = question.isByHour() ? new InputValues() : into;
        if (input instanceof Input.MeanActive mean) {
            active.mean(asked, mean, found);
        } else if (input instanceof Input.ActiveAtEnd end) {
            active.atEnd(asked, end, found);
        }
        if (question.isByHour()) {
            for (int i = 0; i < question.buckets().size(); i++) {
                int day = (int) new Period(
                                        question.period().from(),
                                        question.buckets().get(i).days().to())
                                .days()
                        - 1;
                for (CellId place : found.places()) {
                    if (place.bucket() == day) {
                        into.add(place.inBucket(i), input, found.at(place).get(input));
                    }
                }
            }
        }
    }

    private void people(PlannedQuery question, Input.People people, InputValues into) throws SQLException {
        List<Integer> items = new ArrayList<>();
        if (people.item().isEmpty() && CellReader.hasItems(people.measure())) {
            items.addAll(question.dimensions().items().goals().values());
        } else {
            items.add(people.item().orElse(0));
        }
        if (items.size() == 1) {
            sets.count(question, people.measure().id(), items.get(0))
                    .forEach((place, count) -> into.add(place, people, count));
            return;
        }
        // Whoever reached any of the goals, each once.
        var union = new HashMap<CellId, RoaringBitmap>();
        for (int item : items) {
            sets.people(question, people.measure().id(), item)
                    .forEach((place, who) -> union.computeIfAbsent(place, key -> new RoaringBitmap())
                            .or(who));
        }
        union.forEach((place, who) -> into.add(place, people, who.getLongCardinality()));
    }

    private void peopleAlso(PlannedQuery question, Input.PeopleAlso both, InputValues into) throws SQLException {
        Map<CellId, RoaringBitmap> also =
                sets.people(question.anywhere(), both.also().id(), 0);
        sets.people(question, both.measure().id(), 0)
                .forEach((place, who) -> Optional.ofNullable(also.get(new CellId(place.bucket(), 0, 0)))
                        .ifPresent(others -> into.add(place, both, RoaringBitmap.andCardinality(who, others))));
    }
}
