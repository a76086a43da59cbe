package dev.rapport.cube.build;

import dev.rapport.db.SqlBuilder;
import dev.rapport.db.SqlFile;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Attributes an order to the campaign that brought it. That is the one that it names, its first line that names one,
 * else that of its customer's last visit by a campaign within {@link #DAYS} days before; for the channel of that visit,
 * or its own where there is none. That is kept with the order, and found again for those orders that a change of visits
 * or lines may matter to. Their days become dirty in the family {@code attribution}; nobody else marks those, so that
 * no import ever waits for the rollup, or the rollup for an import, over such a mark.
 */
public final class CampaignAttribution {
    /** How long after a visit an order still counts for it, as web analytics usually has it. */
    public static final int DAYS = 30;

    /** The same in hours, which are equally long whatever the clocks do. */
    private static final int HOURS = 24 * DAYS;

    /** Sources by which a campaign brings people. */
    static final String SOURCES = "array(select id from traffic_source where utm_campaign <> '')";

    /** Which sources are campaigns' is asked once, not of every visit. */
    private static final String FIND = SqlFile.of("cube/find_touches");

    private static final String MARK = """
            insert into dirty_day (family, day, marked)
            select 'attribution', day, nextval('rollup_mark') from (%s) as days order by day
            on conflict (family, day) do update set marked = excluded.marked, marked_at = now()
            """;

    /** Of people whose visit by a campaign came, went, or became another. */
    private static final String CONCERNED = """
            (select * from purchase as concerned where order_key in (
                select purchase.order_key
                from (
                    select person_id, started_at from rollup_session_change where campaign and person_id is not null
                    union
                    select former_id, started_at from rollup_session_change where campaign and former_id is not null
                ) as visit
                cross join lateral (
                    select order_key from purchase
                    where purchase.person_id = visit.person_id and purchase.at >= visit.started_at
                      and purchase.at < visit.started_at + make_interval(hours => %d)
                    offset 0) as purchase))
            """.formatted(HOURS);

    private CampaignAttribution() {}

    /** The visits that {@code rollup_session_change} says were made, changed or unmade. */
    static void sessionsChanged(Handle handle) {
        handle.execute("with found as (" + find(CONCERNED) + " returning purchase.day, purchase.order_key)\n"
                + MARK.formatted("select day from found union"
                        + " select refund.day from found join refund on refund.order_key = found.order_key"));
    }

    /** Orders in {@code rollup_order} that were made anew; they are, or were, in these days. */
    static void ordersChanged(Handle handle, SortedSet<LocalDate> days) {
        handle.execute(find("(select * from purchase where order_key in (select order_key from rollup_order))"));
        handle.execute(MARK.formatted("select unnest(?) as day"), SqlBuilder.array("date", days));
    }

    /** All orders, of which none is found yet. */
    static void load(Handle handle) {
        handle.execute(find("purchase"));
    }

    private static String find(String orders) {
        return FIND.formatted(orders, lastVisit("bought.person_id", "bought.at", """
                and (named.campaign is null or exists (
                    select from traffic_source where id = session.source_id and utm_campaign = named.campaign))
                """));
    }

    /**
     * Selects {@code (source_id, channel_id)} of the last visit by a campaign within the window before a moment: the last touch.
     *
     * @param person SQL of whose
     * @param at SQL of the moment
     */
    public static String lastVisit(String person, String at) {
        return lastVisit(person, at, "");
    }

    private static String lastVisit(String person, String at, String further) {
        return """
                select session.source_id, session.channel_id from session
                where session.person_id = %1$s
                  and session.started_at <= %2$s
                  and session.started_at > %2$s - make_interval(hours => %3$d)
                  and session.source_id = any(%4$s)
                  %5$s
                order by session.started_at desc, session.visitor_id limit 1
                """.formatted(person, at, HOURS, SOURCES, further);
    }
}
