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
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Selects page views, each under the moment and the channel in which its session started, as the figures count them.
 */
@Singleton
final class PageRows implements RowSource {
    private static final String VIEWS = SqlFile.of("behaviour/page_views");

    private static final String CLICKED = ", " + SqlFile.of("behaviour/clicked");

    private static final String LINKED = """
            and event.page_id in (select page_id from event
                                  where kind = 3 and page_id is not null and properties ->> 'link'%s)
            """;

    private static final String ORDER = "at desc, person";

    private static final RowColumn[] COLUMNS = {
        RowColumn.AT,
        RowColumn.PERSON,
        RowColumn.CHANNEL,
        RowColumn.PAGE,
        RowColumn.SECONDS,
        RowColumn.SCROLL,
        RowColumn.EXITED
    };

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
                    case "linked" -> linked(asked.slice());
                    case "" -> views(asked.slice(), "").done(ORDER, COLUMNS);
                    default -> throw asked.unknown();
                });
    }

    /** Those that say how long, or how far, they were read. */
    private static RowQuery measured(Slice slice, String column) {
        return views(slice, "and event." + column + " is not null").done(ORDER, COLUMNS);
    }

    /** Those of pages that have a link, or the one that is asked for, and whether it was clicked. */
    private static RowQuery linked(Slice slice) {
        Optional<String> link = slice.option(Dimension.LINK.option());
        String which = link.isPresent() ? " = ?" : " is not null";
        RowQuery.Builder query =
                views(slice, "", CLICKED.formatted(which), link.stream().toArray());
        query.add(LINKED.formatted(which), link.stream().toArray());
        RowColumn[] columns = Arrays.copyOf(COLUMNS, COLUMNS.length + 1);
        columns[COLUMNS.length] = RowColumn.CLICKED;
        return query.done(ORDER, columns);
    }

    /** Every page view with what is known of how it was read, and whether the session ended with it. */
    private static RowQuery.Builder views(Slice slice, String condition) {
        return views(slice, condition, "");
    }

    private static RowQuery.Builder views(Slice slice, String condition, String column, Object... bound) {
        SliceFilter period = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add(VIEWS.formatted(RowQuery.PERSON, column), bound);
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
        return query;
    }
}
