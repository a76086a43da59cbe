package dev.rapport.behaviour;

import dev.rapport.rollup.Contribution;
import jakarta.inject.Singleton;

/**
 * What visits add. Everything belongs to the moment and channel in which its session starts, also a goal that was reached
 * after midnight. A page view is an event of kind 1; a goal is an event of its name or a view of a page like its pattern.
 */
@Singleton
public class BehaviourContribution implements Contribution {
    private static final String SQL = """
            with span as not materialized (select ?::timestamptz as from_at, ?::timestamptz as to_at),
            visit as not materialized (
                select session.* from span, session
                where session.started_at >= span.from_at and session.started_at < span.to_at),
            wanted as materialized (
                select goal.id as goal_id, event_name.id as name_id, null::int as page_id
                from goal join event_name on event_name.name = goal.event_name
                union all
                select goal.id, null, page.id
                from goal join page on page.path like replace(replace(replace(replace(
                    goal.page_pattern, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '*', '%')),
            reached as (
                select wanted.goal_id, visit.started_at, visit.channel_id, visit.person_id, count(*) as times
                from span
                join event on event.at >= span.from_at
                    and event.at <= (select max(ended_at) from visit)
                join wanted on wanted.name_id = event.name_id or (wanted.page_id = event.page_id and event.kind = 1)
                join visitor on visitor.id = event.visitor_id
                join visit on visit.person_id = visitor.person_id
                    and event.at >= visit.started_at and event.at <= visit.ended_at
                group by wanted.goal_id, visit.started_at, visit.channel_id, visit.person_id)
            select added.measure::smallint, 0 as item, visit.started_at as at, visit.channel_id, visit.person_id,
                   added.value::bigint
            from visit cross join lateral (values
                (1, visit.page_views),
                (2, 1),
                (3, (visit.page_views > 0)::int),
                (4, (visit.page_views = 1 and visit.events = 1)::int),
                (5, floor(extract(epoch from visit.ended_at - visit.started_at) * 1000)),
                (6, (visit.events > 1)::int)) as added(measure, value)
            where added.value <> 0
            union all
            select 7::smallint, 0, first.at, first.channel_id, first.person_id, 1
            from span, person_first as first
            where first.kind = 1 and first.at >= span.from_at and first.at < span.to_at
            union all
            select added.measure::smallint, reached.goal_id, reached.started_at, reached.channel_id, reached.person_id,
                   added.value
            from reached cross join lateral (values (8, 1), (9, reached.times)) as added(measure, value)
            """;

    @Override
    public String family() {
        return "behaviour";
    }

    @Override
    public String sql() {
        return SQL;
    }
}
