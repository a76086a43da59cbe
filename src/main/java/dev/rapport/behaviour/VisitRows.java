package dev.rapport.behaviour;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.SqlFile;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Selects sessions, and the people who had them. */
@Singleton
final class VisitRows implements RowSource {
    /** The sessions of the period in which the goal was reached, as the rollup counts it. */
    private static final String REACHED = "with span as (select ?::timestamptz as from_at, ?::timestamptz as to_at), "
            + GoalHits.tables("select * from (" + GoalHits.GOALS + ") as target where goal_id = ?", "span")
            + ", reached as materialized (select distinct visit.visitor_id, visit.started_at from "
            + GoalHits.IN_VISITS + ")\n";

    private static final String JOIN_REACHED =
            "left join reached on reached.visitor_id = fact.visitor_id and reached.started_at = fact.started_at";

    private static final String CAMPAIGN =
            "(select utm_campaign from traffic_source where traffic_source.id = fact.source_id)";

    private static final String LANDING = "(select shown from page where page.id = fact.entry_page_id)";

    private static final String WON = SqlFile.of("behaviour/won_by_channels");

    @Override
    public Set<String> facts() {
        return Set.of("session", "active_day", "visitor", "conversion");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        Slice slice = asked.slice();
        return switch (asked.rows().fact()) {
            case "session" -> Optional.of(sessions(slice, asked.isOnly("with_pages")));
            case "active_day" -> Optional.of(peopleOfDays(asked));
            case "visitor" -> Optional.of(people(slice));
            default -> conversions(slice, goal(asked), asked.rows().by().equals("session"));
        };
    }

    private static void visits(RowQuery.Builder query, Slice slice) {
        SliceFilter condition = new SliceFilter(slice);
        condition.add(query, "fact.started_at", "fact.person_id");
        condition.part(query, Dimension.CAMPAIGN, CAMPAIGN);
        condition.part(query, Dimension.LANDING_PAGE, LANDING);
    }

    private static RowQuery.Builder withHits(Slice slice, int goal) {
        SliceFilter condition = new SliceFilter(slice);
        return new RowQuery.Builder().add(REACHED, condition.start(), condition.end(), goal);
    }

    /** @param onlyWithPages leaves out sessions without a page view, which some denominators do not count */
    private static RowQuery sessions(Slice slice, boolean onlyWithPages) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.started_at as at, fact.ended_at,
                       %s as person, channel.name as channel, fact.page_views, fact.events,
                       floor(extract(epoch from fact.ended_at - fact.started_at) * 1000) / 1000 as seconds,
                       entry.shown as entry_page, exit.shown as exit_page, nullif(source.utm_campaign, '') as campaign,
                       (fact.page_views = 1 and fact.events = 1) as bounced
                from session as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                left join page as entry on entry.id = fact.entry_page_id
                left join page as exit on exit.id = fact.exit_page_id
                left join traffic_source as source on source.id = fact.source_id
                """.formatted(RowQuery.PERSON));
        visits(query, slice);
        if (onlyWithPages) {
            query.add("and fact.page_views > 0");
        }
        return query.done(
                "at desc, person",
                RowColumn.AT,
                RowColumn.ENDED_AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.PAGE_VIEWS,
                RowColumn.EVENTS,
                RowColumn.SECONDS,
                RowColumn.ENTRY_PAGE,
                RowColumn.EXIT_PAGE,
                RowColumn.CAMPAIGN,
                RowColumn.BOUNCED);
    }

    /** Who used the product on which day; for figures of trailing days also on days before the period. */
    private static RowQuery peopleOfDays(RowRequest asked) {
        Slice slice = asked.slice();
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(
                """
                select fact.day::text as day, %s as person, min(fact.started_at) as first_at, count(*) as sessions
                from session as fact
                left join person on person.id = fact.person_id
                where fact.day >= ? and fact.day < ?
                """.formatted(RowQuery.PERSON),
                slice.period().from().minusDays(asked.rows().earlierDays()),
                slice.period().to());
        query.add("and " + ProductUseSql.ACTIVE);
        if (asked.rows().by().equals("won")) {
            won(query, slice);
        } else {
            condition.channels(query);
        }
        condition.segments(query, "fact.day", "fact.person_id");
        query.add("group by fact.day, fact.person_id, person.external_id");
        return query.done(
                "day desc, first_at desc, person",
                RowColumn.DAY,
                RowColumn.PERSON,
                RowColumn.FIRST_AT,
                RowColumn.SESSIONS);
    }

    /** Wherever they were active: those whom the channels asked for won as customers. */
    private static void won(RowQuery.Builder query, Slice slice) {
        if (!slice.channels().isEmpty()) {
            query.add(WON, (Object) slice.channels().toArray(String[]::new));
        }
    }

    private static RowQuery people(Slice slice) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(
                """
                select %s as person, min(fact.started_at) as first_at, count(*) as sessions,
                       count(distinct fact.day) as active_days,
                       exists (select from person_first as first where first.kind = 1
                               and first.person_id = fact.person_id and first.day >= ? and first.day < ?) as is_new
                from session as fact
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON),
                slice.period().from(),
                slice.period().to());
        query.add("where fact.started_at >= ? and fact.started_at < ?", condition.start(), condition.end());
        condition.channels(query);
        condition.segments(query, "fact.day", "fact.person_id");
        condition.part(query, Dimension.CAMPAIGN, CAMPAIGN);
        condition.part(query, Dimension.LANDING_PAGE, LANDING);
        query.add("group by fact.person_id, person.external_id");
        return query.done(
                "first_at desc, person",
                RowColumn.PERSON,
                RowColumn.FIRST_AT,
                RowColumn.SESSIONS,
                RowColumn.ACTIVE_DAYS,
                RowColumn.IS_NEW);
    }

    /** People or sessions, each with whether they reached the goal; none when there is no goal. */
    private static Optional<RowQuery> conversions(Slice slice, Optional<Integer> goal, boolean bySessions) {
        return goal.map(id -> bySessions ? convertedSessions(slice, id) : convertedPeople(slice, id));
    }

    private static RowQuery convertedSessions(Slice slice, int goal) {
        RowQuery.Builder query = withHits(slice, goal);
        query.add("""
                select fact.started_at as at, %s as person, channel.name as channel, fact.page_views, fact.events,
                       reached.visitor_id is not null as converted
                from session as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON));
        query.add(JOIN_REACHED);
        visits(query, slice);
        List<RowColumn> columns = List.of(
                RowColumn.AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.PAGE_VIEWS,
                RowColumn.EVENTS,
                RowColumn.CONVERTED);
        return query.done("at desc, person", columns.toArray(RowColumn[]::new));
    }

    private static RowQuery convertedPeople(Slice slice, int goal) {
        RowQuery.Builder query = withHits(slice, goal);
        query.add("""
                select %s as person, min(fact.started_at) as first_at, count(*) as sessions,
                       bool_or(reached.visitor_id is not null) as converted
                from session as fact
                left join person on person.id = fact.person_id
                """.formatted(RowQuery.PERSON));
        query.add(JOIN_REACHED);
        visits(query, slice);
        query.add("group by fact.person_id, person.external_id");
        return query.done(
                "converted desc, first_at desc, person",
                RowColumn.PERSON,
                RowColumn.FIRST_AT,
                RowColumn.SESSIONS,
                RowColumn.CONVERTED);
    }

    /** The goal that was named, else the default one of the settings. */
    private static Optional<Integer> goal(RowRequest asked) {
        String named = asked.slice().option(SliceOption.GOAL).orElse("");
        return asked.handle().select("""
                        select goal.id from goal, settings
                        where case when ? = '' then goal.id = settings.default_goal_id else goal.key = ? end
                        """, named, named).mapTo(Integer.class).findFirst();
    }
}
