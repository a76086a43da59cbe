package dev.rapport.behaviour;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.SqlFile;
import dev.rapport.query.RowColumn;
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
    private static final String VIEWS = SqlFile.of("behaviour/page_views");

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
        SliceFilter period = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(VIEWS.formatted(RowQuery.PERSON));
        period.add(query, "fact.started_at", "fact.person_id");
        period.part(query, Dimension.PAGE, "page.shown");
        period.part(
                query,
                Dimension.CAMPAIGN,
                "(select utm_campaign from traffic_source where traffic_source.id = fact.source_id)");
        period.part(
                query, Dimension.LANDING_PAGE, "(select shown from page as entry where entry.id = fact.entry_page_id)");
        period.part(query, Dimension.PRODUCT, "event.properties ->> 'product'");
        period.part(query, Dimension.CATEGORY, "event.properties ->> 'category'");
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
