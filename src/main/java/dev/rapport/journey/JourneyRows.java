package dev.rapport.journey;

import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Selects the people on the journey. How far they got is found by walking, not by SQL: the rows are handed to the
 * database to be named.
 */
@Singleton
final class JourneyRows implements RowSource {
    @Override
    public Set<String> facts() {
        return Set.of("journey");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        return Optional.of(people(JourneyReader.everybody(asked.handle(), asked.slice())));
    }

    private static RowQuery people(List<FunnelProgress> all) {
        return new RowQuery.Builder()
                .add(
                        """
                        select coalesce(person.external_id, 'visitor ' || fact.person_id) as person, fact.first_at,
                               channel.name as channel, fact.steps, fact.converted
                        from unnest(?::int[], ?::timestamptz[], ?::int[], ?::int[], ?::boolean[])
                            as fact(person_id, first_at, channel_id, steps, converted)
                        join channel on channel.id = fact.channel_id
                        left join person on person.id = fact.person_id
                        """,
                        texts(all, FunnelProgress::person),
                        texts(all, FunnelProgress::enteredAt),
                        texts(all, FunnelProgress::channel),
                        texts(all, FunnelProgress::steps),
                        texts(all, FunnelProgress::through))
                .done(
                        "steps desc, first_at desc, person",
                        RowColumn.PERSON,
                        RowColumn.FIRST_AT,
                        RowColumn.CHANNEL,
                        RowColumn.STEPS,
                        RowColumn.CONVERTED);
    }

    private static String[] texts(List<FunnelProgress> all, Function<FunnelProgress, Object> part) {
        return all.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
