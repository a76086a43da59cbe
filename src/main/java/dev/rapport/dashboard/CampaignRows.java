package dev.rapport.dashboard;

import dev.rapport.campaign.Acquisitions;
import dev.rapport.campaign.AttributionContribution;
import dev.rapport.db.ReportingTime;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;

/** Campaign figures by day, and the orders and customers that campaigns brought. */
final class CampaignRows {
    private CampaignRows() {}

    /** Each day of a campaign in one channel and variant. */
    static RowQuery figures(Slice slice) {
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.day, channel.name as channel, fact.campaign, nullif(fact.variant, '') as variant, fact.spend,
                       fact.impressions, fact.clicks, fact.delivered, fact.conversions, fact.followers,
                       case when channel.key = 'email' or fact.impressions = 0 then fact.delivered
                            else fact.impressions end as exposures
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
                RowColumn.EXPOSURES);
    }

    /** Figures that tell a level, up to the period's end. */
    static RowQuery levels(Slice slice) {
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

    static RowQuery orders(Slice slice) {
        RowCondition condition = new RowCondition(slice);
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("""
                select fact.at, plain_key(fact.order_key) as key,
                       coalesce(person.external_id, 'visitor ' || fact.person_id) as person, channel.name as channel,
                       fact.campaign, fact.amount
                from (%s) as fact
                join channel on channel.id = fact.channel_id
                left join person on person.id = fact.person_id
                """.formatted(AttributionContribution.ATTRIBUTED));
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

    static RowQuery customers(Slice slice) {
        RowCondition condition = new RowCondition(slice);
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

    /** What was spent, and what came of it: both sides of the return, one row for each. */
    static RowQuery returns(Slice slice) {
        return both(orders(slice), "'order', at, person, channel, campaign, null::numeric, amount", slice);
    }

    /** What was spent, and who came of it. */
    static RowQuery acquisitions(Slice slice) {
        return both(customers(slice), "'customer', at, person, channel, campaign, null::numeric, null::numeric", slice);
    }

    /** What was spent, and everybody who came, however they did. */
    static RowQuery costs(Slice slice, RowQuery customers) {
        RowQuery fresh = new RowQuery(
                customers.columns(),
                "select * from (" + customers.sql() + ") as all_customers where is_new",
                customers.values(),
                customers.order());
        return both(
                fresh,
                "'customer', null::timestamptz, person, null::text, null::text, null::numeric, null::numeric",
                slice);
    }

    /** @param columns of the rows that were brought: kind, at, person, channel, campaign, spend, amount */
    private static RowQuery both(RowQuery brought, String columns, Slice slice) {
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
        query.add(
                "union all select %s from (%s) as brought where %s"
                        .formatted(columns, brought.sql(), slice.segments().isEverybody()),
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

    private static void days(RowQuery.Builder query, Slice slice) {
        query.add(
                "and fact.day >= ? and fact.day < ?",
                slice.period().from(),
                slice.period().to());
        narrow(query, slice);
    }

    private static void narrow(RowQuery.Builder query, Slice slice) {
        new RowCondition(slice).channels(query);
        campaign(query, slice);
        new RowCondition(slice).part(query, Dimension.VARIANT, "fact.variant");
        // Nobody knows for whom it was.
        if (!slice.segments().isEverybody()) {
            query.add("and false");
        }
    }

    private static void campaign(RowQuery.Builder query, Slice slice) {
        new RowCondition(slice).part(query, Dimension.CAMPAIGN, "fact.campaign");
    }
}
