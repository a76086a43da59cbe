package dev.rapport.campaign;

import dev.rapport.cube.build.FactSource;
import dev.rapport.cube.build.RebuildPhase;
import dev.rapport.db.ReportingTime;
import dev.rapport.fact.MeasureSource;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What campaign figures add, on their reporting day. Nobody knows whom money was spent on: they have no person. Clicks are
 * divided by messages delivered for e-mail, where opened ones are what platforms call impressions, and by impressions
 * elsewhere, or by what was delivered where there are none (SMS, push).
 */
@Singleton
public class CampaignContribution implements FactSource {
    /** A day starts when it does in the reporting zone. By day, as there is an index of it. */
    private static final String FIGURES = """
            select 0 as item, """ + ReportingTime.start("figures.day") + """
            as at, figures.channel_id,
                   null::int as person_id, figures.campaign, figures.variant, figures.spend, figures.impressions,
                   figures.clicks, figures.delivered, figures.conversions,
                   case when channel.key = 'email' or figures.impressions = 0 then figures.delivered
                        else figures.impressions end as exposures
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

    private static final List<MeasureSource> DEEDS = List.of(MeasureSource.of(FIGURES, Measure.SPEND, "spend * 1000000")
            .and(Measure.SPEND_DAYS, "(spend <> 0)::int")
            .and(Measure.IMPRESSIONS, "impressions")
            .and(Measure.CLICKS, "clicks")
            .and(Measure.DELIVERED, "delivered")
            .and(Measure.EXPOSURES, "exposures")
            .and(Measure.CAMPAIGN_CONVERSIONS, "conversions")
            .apart(Dimension.CAMPAIGN, "campaign")
            .apart(Dimension.VARIANT, "variant"));

    @Override
    public String family() {
        return "campaign";
    }

    @Override
    public RebuildPhase basis() {
        return RebuildPhase.FACTS;
    }

    @Override
    public String sql() {
        return MeasureSource.rows(DEEDS);
    }

    @Override
    public List<MeasureSource> deeds() {
        return DEEDS;
    }
}
