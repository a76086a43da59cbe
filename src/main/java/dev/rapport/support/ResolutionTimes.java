package dev.rapport.support;

import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.ResolutionTime;
import dev.rapport.metric.Waits;
import dev.rapport.query.FactReader;
import dev.rapport.query.GroupKey;
import dev.rapport.query.Grouping;
import dev.rapport.query.SliceSql;
import dev.rapport.query.View;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** How long the tickets created in the slice took to be resolved, or have been waiting until now. */
@ApplicationScoped
public class ResolutionTimes implements FactReader {
    private final Clock clock;

    public ResolutionTimes() {
        this(Clock.systemUTC());
    }

    ResolutionTimes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof ResolutionTime;
    }

    @Override
    public Map<GroupKey, Figure> read(View view, Metric metric, Slice slice, Period period, Grouping grouping)
            throws SQLException {
        Map<GroupKey, Waits> waits = new HashMap<>();
        SupportQueries.waits(new SliceSql(slice, period, grouping), slice, now())
                .run(view.connection(), (key, row) -> {
                    Waits group = waits.computeIfAbsent(key, none -> new Waits());
                    if (row.getBoolean("resolved")) {
                        group.addEnded(row.getLong("millis"));
                    } else {
                        group.addWaiting(row.getLong("millis"));
                    }
                });
        Map<GroupKey, Figure> figures = new HashMap<>();
        if (grouping.equals(Grouping.TOTAL)) {
            figures.put(GroupKey.TOTAL, Figure.noData());
        }
        waits.forEach((key, group) -> figures.put(key, ((ResolutionTime) metric).figure(slice, group)));
        return figures;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
