package dev.rapport.campaign;

import static dev.rapport.fact.FactField.day;
import static dev.rapport.fact.FactField.decimal;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.db.ReportingTime;
import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes what campaigns cost and brought, day by day. */
public final class CampaignFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("campaign_day")
            .family("campaign")
            .times("day")
            .column("campaign")
            .column("variant")
            .channel()
            .column("day")
            .column("spend")
            .column("impressions")
            .column("clicks")
            .column("delivered")
            .column("conversions")
            .column("followers")
            .column("opens")
            .column("currency")
            .column("original")
            .column("rate");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("row id"),
            text("campaign", 300).names(Dimension.CAMPAIGN).need().like("campaign name"),
            text("variant", 200).names(Dimension.VARIANT).like("ad", "ad group", "version"),
            SharedFields.CHANNEL.like("network", "platform"),
            day("day").need().like("date|reporting day|report date|start date|reporting starts|reporting start"),
            decimal("spend")
                    .between(0, 99_999_999_999L)
                    .like("cost|amount spent|amount spent (eur)|amount spent (usd)|amount spent (gbp)|costs"
                            + "|total spent"),
            SharedFields.CURRENCY,
            SharedFields.ORIGINAL,
            SharedFields.RATE,
            whole("impressions", 0, FactField.COUNT).like("impr.", "views", "reach"),
            whole("clicks", 0, FactField.COUNT).like("link clicks"),
            whole("delivered", 0, FactField.COUNT).like("deliveries", "sent"),
            whole("opens", 0, FactField.COUNT).like("opened", "unique opens", "emails opened"),
            whole("conversions", 0, FactField.COUNT).like("results", "purchases", "goal completions"),
            whole("followers", 0, FactField.COUNT).like("subscribers", "fans"));

    /** A day starts when it does in the reporting zone. By day, as there is an index of it. */
    private static final String FIGURES = """
            select 0 as item, """ + ReportingTime.start("figures.day") + """
            as at, figures.channel_id,
                   null::int as person_id, figures.campaign, figures.variant, figures.spend, figures.impressions,
                   figures.clicks, figures.delivered, figures.conversions,
                   exposures(channel.key, figures.impressions, figures.delivered, figures.opens) as exposures,
                   messages_opened(channel.key, figures.impressions, figures.opens) as opens,
                   channel.key = 'email' as is_mail
            from span
            cross join settings
            join campaign_day as figures on figures.current
                and figures.day between span.from_at::date - 2 and span.to_at::date + 2
                and """
            + ReportingTime.start("figures.day") + """
                >= span.from_at
                and """ + ReportingTime.start("figures.day") + """
                < span.to_at
            join channel on channel.id = figures.channel_id
            """;

    /**
     * Figures count on their reporting day. Nobody knows whom money was spent on: they have no person. What clicks are divided by is
     * said once, by the function {@code exposures} of the database; opens are held against what was delivered only where both
     * are known.
     */
    private static final List<MeasureSource> MEASURES =
            List.of(MeasureSource.of(FIGURES, Measure.SPEND, "spend * 1000000")
                    .and(Measure.SPEND_DAYS, "(spend <> 0)::int")
                    .and(Measure.IMPRESSIONS, "impressions")
                    .and(Measure.CLICKS, "clicks")
                    .and(Measure.DELIVERED, "delivered")
                    .and(Measure.EXPOSURES, "exposures")
                    .and(Measure.CAMPAIGN_CONVERSIONS, "conversions")
                    .and(Measure.OPENS, "opens")
                    .and(Measure.OPENS_OF_DELIVERED, "case when delivered > 0 then opens end")
                    .and(Measure.DELIVERED_WITH_OPENS, "case when opens is not null then delivered end")
                    .and(Measure.CLICKS_BY_DELIVERED, "case when is_mail and delivered > 0 then clicks end")
                    .and(Measure.CLICKS_BY_OPENS, "case when is_mail and delivered = 0 then clicks end")
                    .apart(Dimension.CAMPAIGN, "campaign")
                    .apart(Dimension.VARIANT, "variant"));

    public CampaignFacts() {
        super(FactOutline.of("campaign-days", FIELDS)
                .table(TABLE)
                .person(PersonRule.NONE)
                .undated()
                .keyFields(List.of(KEY), List.of("campaign", "variant", CHANNEL, "day"))
                .repeat(KeyRepeat.SUM)
                .varied()
                .telling("spend", "impressions", "clicks", "delivered", "opens", "followers")
                .measures(MEASURES)
                .comesHome("""
                        day channel campaign variant spend impressions clicks delivered conversions followers exposures>
                        opens
                        """)
                .figures("spend", "ctr", "open_rate", "roi"));
    }

    @Override
    public void complete(FactRow row) {
        row.set("variant", row.get("variant") == null ? "" : row.get("variant"));
        row.fillWithZero("spend", "impressions", "clicks", "delivered", "conversions");
    }
}
