package dev.rapport.behaviour;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events that reach goals, and marks the days whose sessions reach one. What reaches a goal is written as in
 * {@link BehaviourFactSource}.
 */
@Singleton
public class GoalQueries {
    /** How far back matches are counted for show. */
    static final int DAYS = 30;

    /** The names and pages that two parameters, an event name or a page pattern, stand for. */
    private static final String WANTED = """
            select id as name_id, null::int as page_id from event_name where name = ?
            union all
            select null, id from page where page_is_like(page, ?)
            """;

    private final Jdbi jdbi;

    GoalQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How often what the form describes happened in the last days. */
    long matches(GoalForm form) {
        return jdbi.withHandle(
                handle -> handle.select("""
                        with wanted as materialized (%s)
                        select count(*) from event e
                        where e.at >= now() - make_interval(days => ?)
                          and (e.name_id in (select name_id from wanted where name_id is not null)
                               or e.kind = 1 and e.page_id in (select page_id from wanted where page_id is not null))
                        """.formatted(WANTED), form.eventName(), form.pagePattern(), DAYS)
                        .mapTo(Long.class)
                        .one());
    }

    /** The same for every goal there is, by its id; goals without a match are left out. */
    Map<Integer, Long> matches() {
        Map<Integer, Long> matches = new HashMap<>();
        jdbi.useHandle(handle -> new SqlBuilder()
                .add("""
                        with wanted as materialized (
                        """ + GoalHits.GOALS + """
                        ), happened as (
                            select name_id, case when kind = 1 then page_id end as page_id, count(*) as times
                            from event where at >= now() - make_interval(days => ?) group by 1, 2
                        )
                        select w.goal_id, sum(h.times)
                        from wanted w join happened h on h.name_id = w.name_id or h.page_id = w.page_id
                        group by w.goal_id
                        """, DAYS)
                .read(handle, row -> matches.put(row.getInt(1), row.getLong(2))));
        return matches;
    }

    /** Marks the days whose sessions reach a goal so described; called for what a goal was and for what it becomes. */
    void markDays(@Nullable String eventName, @Nullable String pagePattern) {
        jdbi.useHandle(handle -> {
            handle.execute("create temp table goal_wanted on commit drop as " + WANTED, eventName, pagePattern);
            DirtyDays.mark(handle, "behaviour", """
                    select s.started_at
                    from event e
                    join goal_wanted w on w.name_id = e.name_id or (w.page_id = e.page_id and e.kind = 1)
                    join visitor v on v.id = e.visitor_id
                    join session s on s.person_id = v.person_id and e.at between s.started_at and s.ended_at
                    """);
            handle.execute("drop table goal_wanted");
        });
    }
}
