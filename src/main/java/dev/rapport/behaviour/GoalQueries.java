package dev.rapport.behaviour;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events and visits that reach goals, and marks the days whose sessions reach one. What reaches a goal is written
 * as in {@link BehaviourFactSource}.
 */
@Singleton
public class GoalQueries {
    /** How far back matches are counted for show. */
    static final int DAYS = 30;

    /** What four parameters, an event name, a page pattern, a campaign's pattern or a channel's key, stand for. */
    private static final String WANTED = """
            select id as name_id, null::int as page_id, null::int as source_id, null::int as channel_id
            from event_name where name = ?
            union all
            select null, id, null, null from page where page_is_like(page, ?)
            union all
            select null, null, id, null from traffic_source where utm_campaign <> '' and name_is_like(utm_campaign, ?)
            union all
            select null, null, null, id::int from channel where key = ?
            """;

    private static final String HAPPENED = """
            select name_id, case when kind = 1 then page_id end as page_id, null::int as source_id, null::int as channel_id,
                   count(*) as times
            from event where at >= now() - make_interval(days => ?) group by 1, 2
            union all
            select null, null, source_id, channel_id, count(*)
            from session where started_at >= now() - make_interval(days => ?) group by 3, 4
            """;

    private static final String HIT = """
            (w.name_id = h.name_id or w.page_id = h.page_id or w.source_id = h.source_id or w.channel_id = h.channel_id)""";

    private final Jdbi jdbi;

    GoalQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How often what the form describes happened in the last days. */
    long matches(GoalForm form) {
        return jdbi.withHandle(handle -> handle.select(
                        "with wanted as materialized (" + WANTED + "), happened as (" + HAPPENED + """
                        )
                        select coalesce(sum(times), 0) from happened as h where exists (select from wanted as w where
                        """ + HIT + ")",
                        form.eventName(),
                        form.pagePattern(),
                        form.campaignPattern(),
                        form.channelKey(),
                        DAYS,
                        DAYS)
                .mapTo(Long.class)
                .one());
    }

    /** The same for every goal there is, by its id; goals without a match are left out. */
    Map<Integer, Long> matches() {
        Map<Integer, Long> matches = new HashMap<>();
        jdbi.useHandle(handle -> new SqlBuilder()
                .add(
                        "with wanted as materialized (" + GoalHits.GOALS + "), happened as (" + HAPPENED + """
                        )
                        select w.goal_id, sum(h.times)
                        from wanted as w join happened as h on
                        """ + HIT
                                + " group by w.goal_id",
                        DAYS,
                        DAYS)
                .read(handle, row -> matches.put(row.getInt(1), row.getLong(2))));
        return matches;
    }

    /** Whether every visit of the last days reached what the form describes, so that it tells nobody apart. */
    boolean isEveryVisit(GoalForm form) {
        return jdbi.withHandle(handle -> handle.select(
                        "with wanted as materialized (" + WANTED + """
                        ), lately as (select * from session where started_at >= now() - make_interval(days => ?))
                        select exists (select from lately) and not exists (
                            select from lately
                            where not exists (
                                select from wanted as w
                                where w.source_id = lately.source_id or w.channel_id = lately.channel_id)
                              and not exists (
                                select from visitor join event on event.visitor_id = visitor.id
                                join wanted as w on w.name_id = event.name_id or w.page_id = event.page_id and event.kind = 1
                                where visitor.person_id = lately.person_id
                                  and event.at >= lately.started_at and event.at <= lately.ended_at))
                        """,
                        form.eventName(),
                        form.pagePattern(),
                        form.campaignPattern(),
                        form.channelKey(),
                        DAYS)
                .mapTo(boolean.class)
                .one());
    }

    /** Key of the channel of this key or name, as people write it; empty where there is none. */
    String channel(String written) {
        return jdbi.withHandle(handle -> handle.select(
                        "select key from channel where key = lower(?) or lower(name) = lower(?) order by key = lower(?) desc limit 1",
                        written,
                        written,
                        written)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Marks the days whose sessions reach a goal so described; called for what a goal was and for what it becomes. */
    void markDays(@Nullable String eventName, @Nullable String pagePattern) {
        markDays(eventName, pagePattern, null, null);
    }

    void markDays(GoalForm form) {
        markDays(form.eventName(), form.pagePattern(), form.campaignPattern(), form.channelKey());
    }

    private void markDays(
            @Nullable String eventName,
            @Nullable String pagePattern,
            @Nullable String campaignPattern,
            @Nullable String channelKey) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "create temp table goal_wanted on commit drop as " + WANTED,
                    eventName,
                    pagePattern,
                    campaignPattern,
                    channelKey);
            DirtyDays.mark(handle, "behaviour", """
                    select s.started_at
                    from event e
                    join goal_wanted w on w.name_id = e.name_id or (w.page_id = e.page_id and e.kind = 1)
                    join visitor v on v.id = e.visitor_id
                    join session s on s.person_id = v.person_id and e.at between s.started_at and s.ended_at
                    union all
                    select s.started_at
                    from session s join goal_wanted w on w.source_id = s.source_id or w.channel_id = s.channel_id
                    """);
            handle.execute("drop table goal_wanted");
        });
    }
}
