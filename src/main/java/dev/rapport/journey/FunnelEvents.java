package dev.rapport.journey;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.slice.Period;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Reads the facts that can take a step, of all people who took the first in the period, by person and time. Of facts of
 * the same moment a visit comes before what was done in it, an event before an order, an order before a ticket, and
 * what takes an earlier step before what takes a later one.
 */
final class FunnelEvents {
    private final FunnelSteps funnelSteps;
    private final SqlBuilder sql = new SqlBuilder();

    /** Takes one fact after the other. */
    interface Taker {
        /** @param entry where the fact can take the first step */
        void take(int person, long micros, int mask, FunnelEntry entry);
    }

    FunnelEvents(FunnelSteps funnelSteps, Period period, ZoneId zone) {
        this.funnelSteps = funnelSteps;
        OffsetDateTime from = period.from().atStartOfDay(zone).toOffsetDateTime();
        OffsetDateTime to = period.to().atStartOfDay(zone).toOffsetDateTime();
        // A step after the first may be taken in the window after the period's last moment; a visit goes on for a
        // while.
        add(
                "with span as (select ?::timestamptz as from_at, ?::timestamptz as to_at, ?::timestamptz as late_at),\n",
                from,
                to,
                to.plusHours(funnelSteps.windowHours() + 48L));
        wanted();
        add("fact (person_id, at, rank, mask, counted_at, channel_id) as materialized (\n");
        List<Runnable> pieces = new ArrayList<>();
        if (funnelSteps.mask("visit") != 0) {
            pieces.add(this::visits);
        }
        if ((funnelSteps.mask("event") | funnelSteps.mask("page")) != 0) {
            pieces.add(this::events);
        }
        if (funnelSteps.mask("order") != 0) {
            pieces.add(() -> add("""
                    select person_id, at, 2 as rank, ?::int as mask, at as counted_at, channel_id
                    from span join purchase on at >= from_at and at < late_at
                    """, funnelSteps.mask("order")));
        }
        if (funnelSteps.mask("ticket") != 0) {
            pieces.add(() -> add("""
                    select visitor.person_id, ticket.created_at, 3, ?::int, ticket.created_at, ticket.channel_id
                    from span
                    join ticket on ticket.created_at >= from_at and ticket.created_at < late_at and ticket.current
                    join visitor on visitor.id = ticket.visitor_id
                    """, funnelSteps.mask("ticket")));
        }
        for (int i = 0; i < pieces.size(); i++) {
            add(i == 0 ? "" : "union all\n");
            pieces.get(i).run();
        }
        add("""
                )
                select fact.person_id, (extract(epoch from fact.at) * 1000000)::bigint as micros, fact.mask,
                       (extract(epoch from fact.counted_at) * 1000000)::bigint as counted, fact.channel_id,
                       coalesce(theirs.signature_id, 1) as signature
                from fact
                left join person_signature as theirs
                    on fact.mask & 1 = 1 and theirs.person_id = fact.person_id
                    and theirs.from_day <= """ + ReportingTime.day("fact.counted_at") + """
                    and """ + ReportingTime.day("fact.counted_at") + """
                    < theirs.to_day
                where fact.person_id in (
                    select first.person_id from span, fact as first
                    where first.mask & 1 = 1 and first.counted_at >= from_at and first.counted_at < to_at)
                order by fact.person_id, fact.at, fact.rank, fact.mask & -fact.mask, fact.mask, counted
                """);
    }

    /** Which names and pages can take which steps. */
    private void wanted() {
        add("wanted as materialized (select null::int as name_id, null::int as page_id, 0 as bit where false\n");
        for (int step = 0; step < funnelSteps.steps().size(); step++) {
            int bit = 1 << step;
            FunnelSteps.Step each = funnelSteps.steps().get(step);
            each.pattern().ifPresent(pattern -> {
                if (each.kind().equals("event")) {
                    add("union all select id, null, ?::int from event_name where name = ?\n", bit, pattern);
                } else {
                    add("union all select null, id, ?::int from page where page_is_like(page, ?)\n", bit, pattern);
                }
            });
        }
        add("""
                ),
                name_wanted as materialized (select name_id, bit_or(bit) as mask from wanted where name_id is not null group by 1),
                page_wanted as materialized (select page_id, bit_or(bit) as mask from wanted where page_id is not null group by 1),
                """);
    }

    private void visits() {
        add("""
                select person_id, started_at as at, 0 as rank, ?::int as mask, started_at as counted_at, channel_id
                from span join session on started_at >= from_at and started_at < late_at
                """, funnelSteps.mask("visit"));
    }

    /** The first step counts under its visit; the others need not know theirs. */
    private void events() {
        boolean first = funnelSteps.startsWith("event") || funnelSteps.startsWith("page");
        add("select hit.person_id, hit.at, 1 as rank, hit.mask, ");
        add(first ? "visit.started_at, visit.channel_id\n" : "hit.at, 0::smallint\n");
        add("""
                from (
                    select visitor.person_id, event.at, coalesce(name_wanted.mask, 0) | coalesce(page_wanted.mask, 0) as mask
                    from span
                    join event on event.at >= from_at and event.at < late_at
                    left join name_wanted on name_wanted.name_id = event.name_id
                    left join page_wanted on page_wanted.page_id = event.page_id and event.kind = 1
                    join visitor on visitor.id = event.visitor_id
                    where name_wanted.mask is not null or page_wanted.mask is not null) as hit
                """);
        if (first) {
            add("""
                    left join session as visit on hit.mask & 1 = 1 and visit.person_id = hit.person_id
                        and hit.at between visit.started_at and visit.ended_at
                    """);
        }
    }

    private void add(String piece, Object... bound) {
        sql.add(piece, bound);
    }

    void read(Handle handle, Taker taker) {
        if (funnelSteps.steps().isEmpty()) {
            return;
        }
        sql.read(handle, 10_000, row -> {
            FunnelEntry entry = new FunnelEntry(row.getLong(4), row.getInt(5), row.getInt(6));
            taker.take(row.getInt(1), row.getLong(2), row.getInt(3), entry);
        });
    }
}
