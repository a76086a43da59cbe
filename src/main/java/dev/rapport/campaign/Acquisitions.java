package dev.rapport.campaign;

import dev.rapport.cube.build.CampaignAttribution;
import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;
import dev.rapport.metric.AcquiredCustomers;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads who became a customer by the rule of the settings, and by which campaign they had last come before. They become
 * one by their first subscription ever, or first order. Of people, not of days: so few that they are looked at one by
 * one.
 */
@ApplicationScoped
public class Acquisitions implements FactReader {
    private static final String RULE = "select by_subscription from customer_definition";

    /**
     * The common tables {@code begun}, who became a customer when by the rule of the settings, and {@code acquired}, those whom a
     * campaign brought: with its name and the channel of the visit.
     */
    public static final String ACQUIRED = SqlFile.of("campaign/acquired_customers")
            .formatted(CampaignAttribution.lastVisit("begun.person_id", "begun.at"));

    private static final String FACTS = ", " + ACQUIRED + """
            , fact as (
                select bucket.no as bucket, acquired.channel_id, acquired.person_id, acquired.campaign,
                       """ + ReportingTime.day("acquired.at") + """
                       as day
                from settings
                cross join bucket
                join acquired on acquired.at >= bucket.from_at and acquired.at < bucket.to_at
                where true
            """;

    private record Rule() {}

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof AcquiredCustomers;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        boolean byCampaign = grouping.part().equals(Optional.of(Dimension.CAMPAIGN));
        Grouping whole = new Grouping(grouping.byBucket(), grouping.byChannel(), grouping.segmentGroup());
        SliceSql sql = new SliceSql(slice, period, whole).add(FACTS).andChannel("acquired.channel_id");
        sql.andPart(Dimension.CAMPAIGN, "acquired.campaign")
                .add(")\n")
                .select((byCampaign ? "fact.campaign" : "null::text") + " as campaign, count(*) as people")
                .add("group by 1, 2, 3, 4, 5");
        AcquiredCustomers acquired = (AcquiredCustomers) metric;
        Map<DimensionKey, Figure> figures = new HashMap<>();
        if (grouping.equals(Grouping.TOTAL)) {
            figures.put(DimensionKey.TOTAL, acquired.figure(0));
        }
        sql.run(
                readTransaction.handle(),
                (key, row) -> figures.put(
                        byCampaign ? of(key, row.getString("campaign")) : key, acquired.figure(row.getLong("people"))));
        return figures;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        return List.of(bySubscription(readTransaction) ? "customers_by_subscription" : "customers_by_orders");
    }

    private static boolean bySubscription(ReadTransaction readTransaction) {
        return readTransaction.once(
                new Rule(),
                () -> readTransaction.handle().select(RULE).mapTo(Boolean.class).one());
    }

    private static DimensionKey of(DimensionKey key, String part) {
        return new DimensionKey(key.bucket(), key.channel(), key.segmentValue(), Optional.of(part));
    }
}
