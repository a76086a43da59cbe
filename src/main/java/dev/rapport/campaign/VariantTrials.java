package dev.rapport.campaign;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.ReportingTime;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.metric.VariantMetric;
import dev.rapport.metric.VariantMetric.Trial;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the variants of a campaign with its first one in alphabetical order: all days, channels and figures of the
 * group together. Without a campaign chosen it must be clear which is meant, and without a variant, too.
 */
@ApplicationScoped
public class VariantTrials implements FactReader {
    private static final String FIGURES =
            """
            , fact as (
                select bucket.no as bucket, figures.channel_id, null::int as person_id, figures.day, figures.campaign,
                       figures.variant, figures.clicks, figures.conversions,
                       exposures(channel.key, figures.impressions, figures.delivered, figures.opens) as exposures
                from settings
                cross join bucket
                join campaign_day as figures on figures.current and figures.variant <> ''
                    and figures.day between bucket.from_day and bucket.last_day
                    and """ + ReportingTime.start("figures.day") + """
                    >= bucket.from_at
                    and """ + ReportingTime.start("figures.day") + """
                    < bucket.to_at
                join channel on channel.id = figures.channel_id
                where true
            """;

    /** Of one group and campaign, by variant. */
    private record Tested(DimensionKey key, String campaign) {}

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof VariantMetric;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        VariantMetric variants = (VariantMetric) metric;
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        byGroup(trials(readTransaction, slice, period, grouping)).forEach((key, campaigns) -> {
            if (grouping.part().equals(Optional.of(Dimension.CAMPAIGN))) {
                campaigns.forEach((campaign, trials) -> figures.put(of(key, campaign), lift(variants, slice, trials)));
            } else if (campaigns.size() == 1) {
                SortedMap<String, Trial> trials = campaigns.values().iterator().next();
                if (grouping.part().equals(Optional.of(Dimension.VARIANT))) {
                    each(variants, trials).forEach((variant, figure) -> figures.put(of(key, variant), figure));
                } else {
                    figures.put(key, lift(variants, slice, trials));
                }
            }
        });
        return figures;
    }

    @Override
    public List<String> notes(ReadTransaction readTransaction, Metric metric, Slice slice) {
        var groups = byGroup(trials(readTransaction, slice, slice.period(), Grouping.TOTAL));
        SortedMap<String, SortedMap<String, Trial>> campaigns =
                groups.isEmpty() ? new TreeMap<>() : groups.values().iterator().next();
        if (campaigns.size() > 1) {
            return List.of("choose_a_campaign");
        }
        boolean several = campaigns.values().stream().anyMatch(trials -> trials.size() > 2);
        return several && slice.option(SliceOption.VARIANT).isEmpty() ? List.of("choose_a_variant") : List.of();
    }

    private static Map<Tested, SortedMap<String, Trial>> trials(
            ReadTransaction readTransaction, Slice slice, Period period, Grouping grouping) {
        Grouping whole = new Grouping(grouping.byBucket(), grouping.byChannel(), Optional.empty());
        SliceSql sql = new SliceSql(slice, period, whole).add(FIGURES).andChannel("figures.channel_id");
        sql.andPart(Dimension.CAMPAIGN, "figures.campaign")
                .add(")\n")
                .select("""
                        fact.campaign, fact.variant, sum(fact.clicks) as clicks, sum(fact.conversions) as conversions,
                        sum(fact.exposures) as exposures""")
                .add("group by 1, 2, 3, 4, 5, 6");
        Map<Tested, SortedMap<String, Trial>> trials = new HashMap<>();
        sql.run(
                readTransaction.handle(),
                (key, row) -> trials.computeIfAbsent(
                                new Tested(key, row.getString("campaign")), tested -> new TreeMap<>())
                        .put(row.getString("variant"), trial(row, VariantMetric.ofConversions(slice))));
        return trials;
    }

    private static Trial trial(ResultSet row, boolean ofConversions) throws SQLException {
        return ofConversions
                ? new Trial(row.getLong("conversions"), row.getLong("clicks"))
                : new Trial(row.getLong("clicks"), row.getLong("exposures"));
    }

    /** Campaigns that were tried in two variants or more, by group. */
    private static Map<DimensionKey, SortedMap<String, SortedMap<String, Trial>>> byGroup(
            Map<Tested, SortedMap<String, Trial>> trials) {
        Map<DimensionKey, SortedMap<String, SortedMap<String, Trial>>> groups = new HashMap<>();
        trials.forEach((tested, variants) -> {
            if (variants.size() > 1) {
                groups.computeIfAbsent(tested.key, key -> new TreeMap<>()).put(tested.campaign, variants);
            }
        });
        return groups;
    }

    /** The variant chosen, or the only other one, against the first. */
    private static Figure lift(VariantMetric metric, Slice slice, SortedMap<String, Trial> trials) {
        Optional<String> chosen = slice.option(SliceOption.VARIANT)
                .or(() -> trials.size() == 2 ? Optional.of(trials.lastKey()) : Optional.empty());
        return chosen.flatMap(
                        variant -> Optional.ofNullable(each(metric, trials).get(variant)))
                .orElseGet(Figure::noData);
    }

    /** Every variant but the first against the first. */
    private static Map<String, Figure> each(VariantMetric metric, SortedMap<String, Trial> trials) {
        Map<String, Figure> figures = new HashMap<>();
        trials.entrySet().stream()
                .findFirst()
                .ifPresent(control -> trials.tailMap(control.getKey() + "\0")
                        .forEach((variant, trial) -> figures.put(variant, metric.figure(control.getValue(), trial))));
        return figures;
    }

    private static DimensionKey of(DimensionKey key, String part) {
        return new DimensionKey(key.bucket(), key.channel(), key.segmentValue(), Optional.of(part));
    }
}
