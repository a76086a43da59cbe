package dev.rapport.voice;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.metric.Figure;
import dev.rapport.metric.FollowUpRate;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Counts how many of the low scores have been followed up: what people did about them is no fact that cells could keep.
 */
@ApplicationScoped
public class FollowUps implements FactReader {
    @Override
    public boolean reads(Metric metric) {
        return metric instanceof FollowUpRate;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        FollowUpRate rate = (FollowUpRate) metric;
        sql(slice, period, grouping)
                .run(
                        readTransaction.handle(),
                        (key, row) -> figures.put(key, rate.figure(row.getLong("followed_up"), row.getLong("low"))));
        return figures;
    }

    private static SliceSql sql(Slice slice, Period period, Grouping grouping) {
        SliceSql sql = new SliceSql(slice, period, grouping)
                .add("""
                        , fact as (
                            select bucket.no as bucket, answer.channel_id, answer.person_id,
                                   """ + ReportingTime.day("answer.at") + """
                                   as day,
                                   coalesce(follow_up.state, 'open') <> 'open' as followed_up
                            from bucket
                            join survey_answer as answer
                                on answer.at >= bucket.from_at and answer.at < bucket.to_at and answer.is_low
                            left join follow_up on follow_up.response_key = answer.key
                            where true
                        """)
                .andChannel("answer.channel_id");
        slice.option(SliceOption.SURVEY).ifPresent(survey -> sql.add(" and answer.survey_key = ?", survey));
        return sql.add(")\n")
                .select("count(*) as low, count(*) filter (where fact.followed_up) as followed_up")
                .add(" group by 1, 2, 3, 4");
    }
}
