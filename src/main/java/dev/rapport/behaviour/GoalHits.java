package dev.rapport.behaviour;

/**
 * Selects, in SQL, when a goal is reached: by an event of its name or a view of a page like its pattern, within a
 * session. It counts at the moment and in the channel in which that session started. Cells, conversions and the rows
 * behind them are all made of it.
 */
public final class GoalHits {
    /** Selects what reaches goals: {@code (goal_id, feature_id, name_id, page_id)}, an event's name or a page. */
    public static final String GOALS = """
            select goal.id as goal_id, null::int as feature_id, event_name.id as name_id, null::int as page_id
            from goal join event_name on event_name.name = goal.event_name
            union all
            select goal.id, null, null, page.id
            from goal join page on page_is_like(page, goal.page_pattern)
            """;

    /** Joins the tables of {@link #tables}: a row for each time that something was hit in a {@code visit}. */
    public static final String IN_VISITS = """
            hit
            join wanted on wanted.name_id = hit.name_id or (wanted.page_id = hit.page_id and hit.kind = 1)
            join visit on visit.person_id = hit.person_id
                and hit.at >= visit.started_at and hit.at <= visit.ended_at
            """;

    private GoalHits() {}

    /**
     * The common tables {@code wanted}, {@code visit} and {@code hit}. For each hit is looked up whose it is: PostgreSQL takes
     * them for many more than they are, and would read all visitors.
     *
     * @param wanted selects what is looked for, as {@link #GOALS} does
     * @param span a table of one row with {@code from_at} and {@code to_at}: the sessions that start then
     */
    public static String tables(String wanted, String span) {
        return """
                wanted as materialized (%1$s),
                visit as materialized (
                    select session.person_id, session.visitor_id, session.started_at, session.ended_at, session.day,
                           session.channel_id, session.source_id
                    from %2$s, session
                    where session.started_at >= %2$s.from_at and session.started_at < %2$s.to_at),
                hit as materialized (
                    select event.at, event.name_id, event.page_id, event.kind,
                           (select person_id from visitor where visitor.id = event.visitor_id) as person_id
                    from %2$s
                    join event on event.at >= %2$s.from_at and event.at <= (select max(ended_at) from visit)
                    where event.name_id = any(array(select name_id from wanted where name_id is not null))
                       or event.kind = 1
                          and event.page_id = any(array(select page_id from wanted where page_id is not null)))
                """.formatted(wanted, span);
    }
}
