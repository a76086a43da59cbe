package dev.rapport.behaviour;

import dev.rapport.db.SqlFile;

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
