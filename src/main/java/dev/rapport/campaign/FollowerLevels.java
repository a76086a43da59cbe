package dev.rapport.campaign;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Followers;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reads how many followers there were when each bucket ended: of every account the last level known by then. */
@ApplicationScoped
public class FollowerLevels implements FactReader {
    /** A bucket that has not begun has no level yet. */
    private static final String LEVELS = """
            , fact as (
                select distinct on (bucket.no, figures.channel_id, figures.campaign, figures.variant)
                       bucket.no as bucket, figures.channel_id, null::int as person_id, figures.day, figures.followers
                from bucket
                join campaign_day as figures on figures.current and figures.followers is not null
                    and figures.day <= bucket.last_day and bucket.from_at <= now()
                where true
            """;

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof Followers;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        SliceSql sql = new SliceSql(slice, period, grouping)
                .add(LEVELS)
                .andChannel("figures.channel_id")
                .add("order by bucket.no, figures.channel_id, figures.campaign, figures.variant, figures.day desc)\n")
                .select("sum(fact.followers) as followers")
                .add("group by 1, 2, 3, 4");
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        sql.run(
                readTransaction.handle(),
                (key, row) -> figures.put(key, ((Followers) metric).figure(row.getLong("followers"))));
        return figures;
    }
}
