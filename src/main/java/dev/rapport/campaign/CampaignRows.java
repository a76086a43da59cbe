package dev.rapport.campaign;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.db.ReportingTime;
import dev.rapport.query.RowColumn;
import dev.rapport.query.RowQuery;
import dev.rapport.query.RowRequest;
import dev.rapport.query.RowSource;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Selects the rows of campaign figures by day, and of the orders and customers that campaigns brought. */
@Singleton
final class CampaignRows implements RowSource {
    @Override
    public Set<String> facts() {
        return Set.of("campaign_day", "follower_level", "attributed_order", "acquired_customer", "spend");
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        Slice slice = asked.slice();
        return Optional.of(
                switch (asked.rows().fact()) {
                    case "campaign_day" -> figures(slice);
                    case "follower_level" -> levels(slice);
                    case "attributed_order" -> orders(slice);
                    case "acquired_customer" -> customers(slice);
                    default -> spendAnd(asked.beside(), slice);
                });
    }

    /** Each day of a campaign in one channel and variant. */
    private static RowQuery figures(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.day, channel.name as channel, fact.campaign, nullif(fact.variant, '') as variant, fact.spend,
                       fact.impressions, fact.clicks, fact.delivered, fact.conversions, fact.followers,
                       exposures(channel.key, fact.impressions, fact.delivered, fact.opens) as exposures,
                       messages_opened(channel.key, fact.impressions, fact.opens) as opens
                from campaign_day as fact
                join channel on channel.id = fact.channel_id
                where fact.current
                """);
        days(query, slice);
        return query.done(
                "day desc, campaign, variant, channel",
                RowColumn.DAY,
                RowColumn.CHANNEL,
                RowColumn.CAMPAIGN,
                RowColumn.VARIANT,
                RowColumn.SPEND,
                RowColumn.IMPRESSIONS,
                RowColumn.CLICKS,
                RowColumn.DELIVERED,
                RowColumn.CONVERSIONS,
                RowColumn.FOLLOWERS,
                RowColumn.EXPOSURES,
                RowColumn.OPENS);
    }

    /** Figures that tell a level, up to the period's end. */
    private static RowQuery levels(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.day, channel.name as channel, fact.campaign, nullif(fact.variant, '') as variant,
                       fact.followers
                from campaign_day as fact
                join channel on channel.id = fact.channel_id
                where fact.current and fact.followers is not null and fact.day < ?
                """, slice.period().to());
        narrow(query, slice);
        return query.done(
                "day desc, campaign, variant, channel",
                RowColumn.DAY,
                RowColumn.CHANNEL,
                RowColumn.CAMPAIGN,
                RowColumn.VARIANT,
                RowColumn.FOLLOWERS);
    }

    private static RowQuery orders(Slice slice) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, plain_key(fact.order_key) as key,
                       coalesce(person.external_id, 'visitor ' || fact.person_id) as person, channel.name as channel,
                       fact.campaign, fact.amount
                from (%s) as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(AttributionFactSource.ATTRIBUTED));
        condition.add(query, "fact.at", "fact.person_id");
        campaign(query, slice);
        return query.done(
                "at desc, key",
                RowColumn.AT,
                RowColumn.KEY,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.CAMPAIGN,
                RowColumn.AMOUNT);
    }

    private static RowQuery customers(Slice slice) {
        SliceFilter condition = new SliceFilter(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("with " + Acquisitions.ACQUIRED + """
                select fact.at, coalesce(person.external_id, 'visitor ' || fact.person_id) as person,
                       channel.name as channel, fact.campaign
                from acquired as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """);
        condition.add(query, "fact.at", "fact.person_id");
        campaign(query, slice);
        return query.done("at desc, person", RowColumn.AT, RowColumn.PERSON, RowColumn.CHANNEL, RowColumn.CAMPAIGN);
    }

    /** What was spent, and what came of it: both sides of a quotient, one row for each. */
    private static RowQuery spendAnd(RowQuery brought, Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select 'spend' as kind, """ + ReportingTime.start("fact.day") + """
                as at, null::text as person,
                       channel.name as channel, fact.campaign, fact.spend, null::numeric as amount
                from settings cross join campaign_day as fact
                join channel on channel.id = fact.channel_id
                where fact.current and fact.spend <> 0
                """);
        days(query, slice);
        String kind = brought.columns().contains(RowColumn.AMOUNT) ? "order" : "customer";
        query.add(
                "union all select '%s', %s, %s, %s, %s, null::numeric, %s from (%s) as brought where %s"
                        .formatted(
                                kind,
                                column(brought, RowColumn.AT, "timestamptz"),
                                column(brought, RowColumn.PERSON, "text"),
                                column(brought, RowColumn.CHANNEL, "text"),
                                column(brought, RowColumn.CAMPAIGN, "text"),
                                column(brought, RowColumn.AMOUNT, "numeric"),
                                brought.sql(),
                                slice.segments().isEverybody()),
                brought.values().toArray());
        return query.done(
                "at desc, kind, campaign, channel",
                RowColumn.KIND,
                RowColumn.AT,
                RowColumn.PERSON,
                RowColumn.CHANNEL,
                RowColumn.CAMPAIGN,
                RowColumn.SPEND,
                RowColumn.AMOUNT);
    }

    /** Nothing of the type where what was brought does not say. */
    private static String column(RowQuery brought, RowColumn column, String type) {
        return brought.columns().contains(column) ? column.key() : "null::" + type;
    }

    private static void days(RowQuery.Builder query, Slice slice) {
        query.add(
                "and fact.day >= ? and fact.day < ?",
                slice.period().from(),
                slice.period().to());
        narrow(query, slice);
    }

    private static void narrow(RowQuery.Builder query, Slice slice) {
        new SliceFilter(slice).channels(query);
        campaign(query, slice);
        new SliceFilter(slice).part(query, Dimension.VARIANT, "fact.variant");
        // Nobody knows for whom it was.
        if (!slice.segments().isEverybody()) {
            query.add("and false");
        }
    }

    private static void campaign(RowQuery.Builder query, Slice slice) {
        new SliceFilter(slice).part(query, Dimension.CAMPAIGN, "fact.campaign");
    }
}
