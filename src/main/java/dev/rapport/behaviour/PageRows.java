package dev.rapport.behaviour;

import dev.rapport.query.RowColumn;
import dev.rapport.query.RowCondition;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Selects page views, each under the moment and the channel in which its session started, as the figures count them.
 */
@Singleton
final class PageRows implements RowSource {
    @Override
    public Set<String> facts() {
        return Set.of("page_view");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        return Optional.of(
                switch (asked.rows().only()) {
                    case "timed" -> measured(asked.slice(), "visible_ms");
                    case "scrolled" -> measured(asked.slice(), "scroll_percent");
                    case "" -> views(asked.slice(), "");
                    default -> throw asked.unknown();
                });
    }

    /** Those that say how long, or how far, they were read. */
    private static RowQuery measured(Slice slice, String column) {
        return views(slice, "and event." + column + " is not null");
    }

    /** Every page view with what is known of how it was read, and whether the session ended with it. */
    private static RowQuery views(Slice slice, String condition) {
        RowCondition period = new RowCondition(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select event.at, %s as person, channel.name as channel, page.shown as page,
                       event.visible_ms / 1000.0 as seconds, event.scroll_percent as scroll,
                       event.page_id is not distinct from fact.exit_page_id and not exists (
                           select from event as later
                           join visitor as whose on whose.id = later.visitor_id and whose.person_id = fact.person_id
                           where later.kind = 1 and later.page_id is not distinct from fact.exit_page_id
                             and later.at <= fact.ended_at
                             and (later.at, later.visitor_id, later.message_id)
                                 > (event.at, event.visitor_id, event.message_id)) as exited
                from session as fact
                join visitor on visitor.person_id = fact.person_id
                join event on event.visitor_id = visitor.id and event.kind = 1
                    and event.at >= fact.started_at and event.at <= fact.ended_at
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                left join page on page.id = event.page_id
                """.formatted(RowQuery.PERSON));
        period.add(query, "fact.started_at", "fact.person_id");
        period.part(query, Dimension.PAGE, "page.shown");
        period.part(
                query,
                Dimension.CAMPAIGN,
                "(select utm_campaign from traffic_source where traffic_source.id = fact.source_id)");
        query.add(condition);
        return query.done(
                "at desc, person",
                RowColumn.AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.PAGE,
                RowColumn.SECONDS,
                RowColumn.SCROLL,
                RowColumn.EXITED);
    }
}
