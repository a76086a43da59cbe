package dev.rapport.behaviour;

import dev.rapport.db.SqlFile;

/**
 * Selects, in SQL, when a goal is reached: by an event of its name, a view of a page like its pattern, or an
 * arrival by its campaign or channel, within a session. It counts at the moment and in the channel in which that session started. Cells, conversions and the rows
 * behind them are all made of it.
 */
public final class GoalHits {
    /**
     * Selects what reaches goals: {@code (goal_id, feature_id, name_id, page_id, source_id, channel_id)}, an event's name, a page, or
     * what a visit came by.
     */
    public static final String GOALS = """
            select goal.id as goal_id, null::int as feature_id, event_name.id as name_id, null::int as page_id,
                   null::int as source_id, null::int as channel_id
            from goal join event_name on event_name.name = goal.event_name
            union all
            select goal.id, null, null, page.id, null, null
            from goal join page on page_is_like(page, goal.page_pattern)
            union all
            select goal.id, null, null, null, source.id, null
            from goal join traffic_source as source
                on source.utm_campaign <> '' and name_is_like(source.utm_campaign, goal.campaign_pattern)
            union all
            select goal.id, null, null, null, null, channel.id
            from goal join channel on channel.key = goal.channel_key
            """;

    /** Joins the tables of {@link #tables}: a row for each time that something was hit in a {@code visit}. */
    public static final String IN_VISITS = """
            hit
            join wanted on wanted.name_id = hit.name_id or (wanted.page_id = hit.page_id and hit.kind = 1)
                or wanted.source_id = hit.source_id or wanted.channel_id = hit.channel_id
            join visit on visit.person_id = hit.person_id
                and hit.at >= visit.started_at and hit.at <= visit.ended_at
            """;

    private static final String TABLES = SqlFile.of("behaviour/goal_hits");

    private GoalHits() {}

    /**
     * The common tables {@code wanted}, {@code visit} and {@code hit}. For each hit is looked up whose it is: PostgreSQL takes
     * them for many more than they are, and would read all visitors.
     *
     * @param wanted selects what is looked for, as {@link #GOALS} does
     * @param span a table of one row with {@code from_at} and {@code to_at}: the sessions that start then
     */
    public static String tables(String wanted, String span) {
        return TABLES.formatted(wanted, span);
    }
}
