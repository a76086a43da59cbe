package dev.rapport.dashboard;

import dev.rapport.db.QueryPool;
import dev.rapport.metric.Catalogue;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowSources;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads the rows of facts behind a figure: as many, and of such values, that the figure can be counted again from them.
 */
@ApplicationScoped
public class FactRows {
    private final QueryPool queryPool;
    private final RowSources sources;

    FactRows(QueryPool queryPool, RowSources sources) {
        this.queryPool = queryPool;
        this.sources = sources;
    }

    /** The newest rows and how many there are in all; empty for a metric that has no rows to show. */
    public Optional<RowPage> page(String metricKey, Slice slice, int limit) {
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            Handle handle = turn.handle();
            Optional<RowQuery> query = query(handle, sources, metricKey, slice);
            if (query.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(page(handle, query.get(), slice, new Piece(limit, 0)));
        }
    }

    /** The select for all of them. */
    public Optional<RowQuery> query(String metricKey, Slice slice) {
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            return query(turn.handle(), sources, metricKey, slice);
        }
    }

    /** So many rows after the first so many. */
    public record Piece(int limit, int left) {}

    public static RowPage page(Handle handle, RowQuery query, Slice slice, Piece piece) {
        RowReader reader = new RowReader(handle, query, slice.zone());
        return new RowPage(query.columns(), reader.read(piece.limit, piece.left), reader.count());
    }

    static Optional<RowQuery> query(Handle handle, RowSources sources, String metricKey, Slice slice) {
        var metric = Catalogue.find(metricKey);
        return metric.isEmpty()
                ? Optional.empty()
                : sources.query(handle, metric.get().rows(slice), slice);
    }
}
