package dev.rapport.query;

import dev.rapport.metric.RowSet;
import dev.rapport.slice.Slice;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds the row source that has the rows which a metric names. */
@ApplicationScoped
public class RowSources {
    private final Map<String, RowSource> byFact;

    /** @throws IllegalStateException where two say that they have the same facts */
    public RowSources(@All List<RowSource> sources) {
        byFact = sources.stream()
                .flatMap(source -> source.facts().stream().map(fact -> Map.entry(fact, source)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Answers the select for the rows; empty where settings leave nothing to list. */
    public Optional<RowQuery> query(Handle handle, RowSet rows, Slice slice) {
        RowRequest asked = new RowRequest(handle, rows, slice, this);
        RowSource source = byFact.get(rows.fact());
        if (source == null) {
            throw asked.unknown();
        }
        return source.query(asked);
    }
}
