package dev.rapport.behaviour;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Selects people and their use of the product. */
@Singleton
final class ProductRows implements RowSource {
    /** How often features, or the one that is asked for, were used in each session. Parameters: key of it or empty, twice. */
    private static final String USES = """
            with used as (
                select session.visitor_id, session.started_at, count(*) as times
                from feature
                join event_name on event_name.name = feature.event_name
                join event on event.name_id = event_name.id
                join visitor on visitor.id = event.visitor_id
                join session on session.person_id = visitor.person_id
                    and event.at between session.started_at and session.ended_at
                where (? = '' or feature.key = ?) and session.started_at >= ? and session.started_at < ? and event.at >= ?
                group by session.visitor_id, session.started_at)
            """;

    private final Clock clock;

    ProductRows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> facts() {
        return Set.of("feature_user", "first_week", "first_value");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        return Optional.of(
                switch (asked.rows().fact()) {
                    case "feature_user" -> users(asked.slice());
                    case "first_week" -> firstWeeks(asked.slice(), SignUps.of(asked.handle()));
                    default -> firstValues(asked.slice(), SignUps.of(asked.handle()));
                });
    }

    /** The people of the slice, each with how often they used the feature. */
    private static RowQuery users(Slice slice) {
        String feature = slice.option(SliceOption.FEATURE).orElse("");
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(USES, feature, feature, condition.start(), condition.end(), condition.start());
        query.add("""
                select %s as person, min(fact.started_at) as first_at, count(*) as sessions,
                       coalesce(sum(used.times), 0) as uses, count(used.times) > 0 as used
                from session as fact
                left join used on used.visitor_id = fact.visitor_id and used.started_at = fact.started_at
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON));
        condition.add(query, "fact.started_at", "fact.person_id");
        query.add("and " + ProductUseSql.ACTIVE);
        query.add("group by fact.person_id, person.external_id");
        return query.done(
                "uses desc, first_at desc, person",
                RowColumn.PERSON,
                RowColumn.FIRST_AT,
                RowColumn.SESSIONS,
                RowColumn.USES,
                RowColumn.USED);
    }

    /** Who signed up and has the first seven days behind, with what was seen of them. */
    private RowQuery firstWeeks(Slice slice, SignUps rule) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = spanning(condition);
        rule.addWeeks(query);
        query.add("""
                select %s as person, fact.started_at as signed_up_at, channel.name as channel, fact.key_days,
                       fact.key_days >= ? as engaged, fact.last_day <= fact.day as dropped_off
                from week as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON), rule.days());
        condition.add(query, "fact.started_at", "fact.person_id");
        query.add("and fact.ends_at <= ?", clock.instant().atOffset(ZoneOffset.UTC));
        return query.done(
                "signed_up_at desc, person",
                RowColumn.PERSON,
                RowColumn.SIGNED_UP_AT,
                RowColumn.CHANNEL,
                RowColumn.KEY_DAYS,
                RowColumn.ENGAGED,
                RowColumn.DROPPED_OFF);
    }

    /** Who signed up, with the first key event since, and how long it took or has been waited for. */
    private RowQuery firstValues(Slice slice, SignUps rule) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = spanning(condition);
        rule.addValues(query);
        query.add("""
                select %s as person, fact.signed_at as signed_up_at, channel.name as channel, fact.value_at,
                       greatest(0, extract(epoch from coalesce(fact.value_at, ?) - fact.signed_at)) as seconds
                from value as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON), clock.instant().atOffset(ZoneOffset.UTC));
        condition.add(query, "fact.started_at", "fact.person_id");
        return query.done(
                "signed_up_at desc, person",
                RowColumn.PERSON,
                RowColumn.SIGNED_UP_AT,
                RowColumn.CHANNEL,
                RowColumn.VALUE_AT,
                RowColumn.SECONDS);
    }

    private static RowQuery.Builder spanning(SliceFilter condition) {
        return new RowQuery.Builder()
                .add(
                        "with span as (select ?::timestamptz as from_at, ?::timestamptz as to_at)",
                        condition.start(),
                        condition.end());
    }
}
