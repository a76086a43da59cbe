package dev.rapport.behaviour;

import dev.rapport.cube.build.CustomerTimes;
import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.SqlFile;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Defines what visits add to the measures. Everything belongs to the moment and channel in which its session starts,
 * also a goal that was reached after midnight. A page view is an event of kind 1; a goal is an event of its name, a
 * view of a page like its pattern or an arrival, a feature an event of its name.
 */
@Singleton
public class BehaviourFactSource implements FactSource {
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

    // What happened on a page in a visit, however often it was seen there. Too much to keep for every day.
    private static final String PAGES = SqlFile.of("behaviour/page_measures");

    private static final String SAID =
            ", event.properties ->> 'product' as product, event.properties ->> 'category' as category";

    // Goals that were reached, features that were used, and that the product was used at all, found in one pass over
    // the events.
    // Where nothing is marked as its use but only customers count, every visit of theirs is.
    private static final String GOALS = "with " + GoalHits.tables(GoalHits.GOALS + """
                    union all
                    select null, feature.id, event_name.id, null, null, null
                    from feature join event_name on event_name.name = feature.event_name
                    union all
                    """ + ProductUseSql.MARKED, "span")
            + """
            select * from (
                select coalesce(wanted.goal_id, 0) as item, visit.started_at as at, visit.channel_id, visit.person_id,
                       visit.source_id, visit.entry_page_id, wanted.goal_id, wanted.feature_id, count(*) as times
                from
                """ + GoalHits.IN_VISITS + """
                group by wanted.goal_id, wanted.feature_id, visit.started_at, visit.channel_id, visit.person_id,
                         visit.source_id, visit.entry_page_id
                union all
                select 0, started_at, channel_id, person_id, source_id, entry_page_id, null, null, 1
                from visit
                where (select product_customers_only from settings) and not exists (select from product_use)) as done
            where goal_id is not null or
            """ + CustomerTimes.condition("done.person_id", "done.at");

    private static final String CAMPAIGN = "(select utm_campaign from traffic_source where id = fact.source_id)";

    private static final String LANDING = "(select shown from page where page.id = fact.entry_page_id)";

    private static final String FEATURE = "(select key from feature where feature.id = fact.feature_id)";

    private static final List<MeasureSource> MEASURES = List.of(
            MeasureSource.ofSessions(VISITS, Measure.PAGE_VIEWS, "page_views")
                    .and(Measure.SESSIONS, "1")
                    .and(Measure.PAGE_SESSIONS, "(page_views > 0)::int")
                    .and(Measure.BOUNCES, "(page_views = 1 and events = 1)::int")
                    .and(Measure.SESSION_DURATION, "floor(extract(epoch from ended_at - started_at) * 1000)")
                    .and(Measure.LONG_SESSIONS, "(events > 1)::int")
                    .and(Measure.VISIBLE_TIME, "visible_ms")
                    .and(Measure.TIMED_VIEWS, "timed_views")
                    .and(Measure.SCROLL, "scroll_percent")
                    .and(Measure.SCROLLED_VIEWS, "scrolled_views")
                    .apart(Dimension.CAMPAIGN, CAMPAIGN)
                    .apart(Dimension.LANDING_PAGE, LANDING),
            MeasureSource.ofFirsts(FIRSTS, Measure.FIRST_SESSIONS, "1"),
            MeasureSource.of(GOALS, Measure.GOAL_SESSIONS, "(goal_id is not null)::int")
                    .and(Measure.GOAL_COMPLETIONS, "case when goal_id is not null then times end")
                    .and(Measure.FEATURE_USES, "case when feature_id is not null then times end")
                    .and(Measure.PRODUCT_SESSIONS, "(goal_id is null and feature_id is null)::int")
                    .apart(Dimension.CAMPAIGN, CAMPAIGN)
                    .apart(Dimension.LANDING_PAGE, LANDING)
                    .apart(Dimension.FEATURE, FEATURE));

    private static final String PAGE = "(select shown from page where page.id = fact.page_id)";

    /** By page: what a visit did there, and, once, that it was the page it ended on. Products and categories are in few views. */
    private static final List<MeasureSource> BY_PAGE = List.of(
            MeasureSource.of(PAGES.formatted("", ""), Measure.PAGE_VIEWS, "views")
                    .and(Measure.PAGE_SESSIONS, "exits")
                    .and(Measure.VISIBLE_TIME, "visible")
                    .and(Measure.TIMED_VIEWS, "timed")
                    .and(Measure.SCROLL, "scroll")
                    .and(Measure.SCROLLED_VIEWS, "scrolled")
                    .apart(Dimension.CAMPAIGN, CAMPAIGN)
                    .apart(Dimension.LANDING_PAGE, LANDING)
                    .apart(Dimension.PAGE, PAGE),
            MeasureSource.of(PAGES.formatted(SAID, ", product, category"), Measure.PAGE_VIEWS, "views")
                    .apart(Dimension.CAMPAIGN, CAMPAIGN)
                    .apart(Dimension.LANDING_PAGE, LANDING)
                    .apart(Dimension.PAGE, PAGE)
                    .apart(Dimension.PRODUCT, "product")
                    .apart(Dimension.CATEGORY, "category"));

    @Override
    public String family() {
        return "behaviour";
    }

    @Override
    public RebuildPhase rebuildPhase() {
        return RebuildPhase.SESSIONS;
    }

    @Override
    public List<MeasureSource> measureSources() {
        return MEASURES;
    }

    @Override
    public List<MeasureSource> apart() {
        return BY_PAGE;
    }
}
