package dev.rapport.query;

import dev.rapport.metric.Input;
import dev.rapport.rollup.Contribution;
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
final class InputReader {
    private final Connection connection;
    private final SetReader sets;
    private final ActiveReader active;
    private final List<Contribution> contributions;

    InputReader(View view, List<Contribution> contributions, LocalDate today) {
        this.connection = view.connection();
        this.sets = new SetReader(view);
        this.active = new ActiveReader(sets, today);
        this.contributions = contributions;
    }

    Numbers read(Question question, Collection<Input> inputs) throws SQLException {
        return question.parts().isEmpty() ? whole(question, inputs) : parts(question, inputs);
    }

    /** What cannot be told apart is the same for every part: all people are asked of each page. */
    private Numbers parts(Question question, Collection<Input> inputs) throws SQLException {
        DeedReader deeds = new DeedReader(connection, contributions);
        List<Input> apart = inputs.stream()
                .filter(input -> deeds.knows(input, question.parts()))
                .toList();
        Numbers numbers = new Numbers();
        deeds.read(question, apart, numbers);
        List<Input> others =
                inputs.stream().filter(input -> !apart.contains(input)).toList();
        if (!others.isEmpty()) {
            int first = question.part().isPresent() ? 1 : 0;
            Numbers whole = whole(question.whole(), others);
            for (Place place : whole.places()) {
                whole.at(place).values().forEach((input, value) -> {
                    for (int part = first; part <= numbers.parts(); part++) {
                        numbers.add(place.ofPart(part), input, value);
                    }
                });
            }
        }
        return numbers;
    }

    private Numbers whole(Question question, Collection<Input> inputs) throws SQLException {
        Numbers numbers = new Numbers();
        if (question.isByHour()) {
            new DeedReader(connection, contributions).read(question, inputs, numbers);
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
    private void active(Question question, Input input, Numbers into) throws SQLException {
        Question asked = question.isByHour() ? question.byDay(question.period()) : question;
        Numbers found = question.isByHour() ? new Numbers() : into;
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
                for (Place place : found.places()) {
                    if (place.bucket() == day) {
                        into.add(place.inBucket(i), input, found.at(place).get(input));
                    }
                }
            }
        }
    }

    private void people(Question question, Input.People people, Numbers into) throws SQLException {
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
        var union = new HashMap<Place, RoaringBitmap>();
        for (int item : items) {
            sets.people(question, people.measure().id(), item)
                    .forEach((place, who) -> union.computeIfAbsent(place, key -> new RoaringBitmap())
                            .or(who));
        }
        union.forEach((place, who) -> into.add(place, people, who.getLongCardinality()));
    }

    private void peopleAlso(Question question, Input.PeopleAlso both, Numbers into) throws SQLException {
        Map<Place, RoaringBitmap> also =
                sets.people(question.anywhere(), both.also().id(), 0);
        sets.people(question, both.measure().id(), 0)
                .forEach((place, who) -> Optional.ofNullable(also.get(new Place(place.bucket(), 0, 0)))
                        .ifPresent(others -> into.add(place, both, RoaringBitmap.andCardinality(who, others))));
    }
}
