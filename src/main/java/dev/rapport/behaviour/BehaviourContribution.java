package dev.rapport.behaviour;

import dev.rapport.metric.Measure;
import dev.rapport.rollup.Contribution;
import dev.rapport.rollup.Deeds;
import dev.rapport.slice.Part;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What visits add. Everything belongs to the moment and channel in which its session starts, also a goal that was reached
 * after midnight. A page view is an event of kind 1; a goal is an event of its name or a view of a page like its pattern.
 */
@Singleton
public class BehaviourContribution implements Contribution {
    private static final String VISITS = """
            select session.*, 0 as item, started_at as at
            from span, session
            where session.started_at >= span.from_at and session.started_at < span.to_at
            """;

    // By day, as there is an index of it; two days more at either end, whatever the zones.
    private static final String FIRSTS = """
            select 0 as item, first.at, first.channel_id, first.person_id
            from span, person_first as first
            where first.kind = 1 and first.at >= span.from_at and first.at < span.to_at
              and first.day between span.from_at::date - 2 and span.to_at::date + 2
            """;

    private static final String GOALS = """
            with wanted as materialized (
                select goal.id as goal_id, event_name.id as name_id, null::int as page_id
                from goal join event_name on event_name.name = goal.event_name
                union all
                select goal.id, null, page.id
                from goal join page on page.path like replace(replace(replace(replace(
                    goal.page_pattern, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '*', '%')),
            visit as materialized (
                select session.person_id, session.started_at, session.ended_at, session.channel_id, session.source_id
                from span, session
                where session.started_at >= span.from_at and session.started_at < span.to_at),
            hit as materialized (
                select event.at, event.visitor_id, event.name_id, event.page_id, event.kind
                from span
                join event on event.at >= span.from_at and event.at <= (select max(ended_at) from visit)
                where event.name_id = any(array(select name_id from wanted where name_id is not null))
                   or event.kind = 1
                      and event.page_id = any(array(select page_id from wanted where page_id is not null)))
            select wanted.goal_id as item, visit.started_at as at, visit.channel_id, visit.person_id,
                   visit.source_id, count(*) as times
            from hit
            join wanted on wanted.name_id = hit.name_id or (wanted.page_id = hit.page_id and hit.kind = 1)
            join visitor on visitor.id = hit.visitor_id
            join visit on visit.person_id = visitor.person_id
                and hit.at >= visit.started_at and hit.at <= visit.ended_at
            group by wanted.goal_id, visit.started_at, visit.channel_id, visit.person_id, visit.source_id
            """;

    private static final String CAMPAIGN = "(select utm_campaign from traffic_source where id = fact.source_id)";

    private static final List<Deeds> DEEDS = List.of(
            Deeds.of(VISITS, Measure.PAGE_VIEWS, "page_views")
                    .and(Measure.SESSIONS, "1")
                    .and(Measure.PAGE_SESSIONS, "(page_views > 0)::int")
                    .and(Measure.BOUNCES, "(page_views = 1 and events = 1)::int")
                    .and(Measure.SESSION_DURATION, "floor(extract(epoch from ended_at - started_at) * 1000)")
                    .and(Measure.LONG_SESSIONS, "(events > 1)::int")
                    .apart(Part.CAMPAIGN, CAMPAIGN),
            Deeds.ofFirsts(FIRSTS, Measure.FIRST_SESSIONS, "1"),
            Deeds.of(GOALS, Measure.GOAL_SESSIONS, "1")
                    .and(Measure.GOAL_COMPLETIONS, "times")
                    .apart(Part.CAMPAIGN, CAMPAIGN));

    @Override
    public String family() {
        return "behaviour";
    }

    @Override
    public String sql() {
        return Deeds.rows(DEEDS);
    }

    @Override
    public List<Deeds> deeds() {
        return DEEDS;
    }
}
