package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the dashboards. */
@MessageBundle("dash")
public interface DashboardMessages {
    @Message("Overview")
    String overview();

    @Message("What marketing and support both look at: how many come, how they fare, what it brings.")
    String overviewLead();

    @Message("Marketing")
    String marketing();

    @Message("How people arrive, what they do on the site, and what comes of it.")
    String marketingLead();

    @Message("Product")
    String product();

    @Message("How often people come back, what they use, and how new customers settle in.")
    String productLead();

    @Message("Support")
    String support();

    @Message("What customers need, how fast they get it, and how they felt about it.")
    String supportLead();

    @Message("Customers")
    String customers();

    @Message("Who stays, who leaves, and what they are worth.")
    String customersLead();

    @Message("Key figures")
    String keyFigures();

    @Message("Trend")
    String trend();

    @Message("Show trend of")
    String trendOf();

    @Message("By channel")
    String byChannel();

    @Message("By segment")
    String bySegment();

    @Message("Segment group")
    String segmentGroup();

    @Message("Channel")
    String channel();

    @Message("Segment")
    String segment();

    @Message("Grain")
    String grain();

    @Message("CSV")
    String csv();

    @Message("JSON")
    String json();

    @Message("By channel and segment")
    String byChannelAndSegment();

    @Message("Rows behind it")
    String rows();

    @Message("The single records this figure is made of.")
    String rowsLead();

    @Message("All rows")
    String allRows();

    @Message("Rows as CSV")
    String rowsCsv();

    @Message("No data for this choice")
    String noDataTitle();

    @Message("Nothing falls into this period, these channels and these segments. Widen the choice, or bring in data.")
    String noDataText();

    @Message("Import data")
    String importData();

    @Message("Clear filters")
    String clear();

    @Message("Cohorts")
    String cohorts();

    @Message("People by when they first came, and how many of them came again later. Unfinished cells are hatched.")
    String cohortsLead();

    @Message("First active")
    String cohort();

    @Message("Weeks after")
    String weeksAfter();

    @Message("Months after")
    String monthsAfter();

    @Message("People")
    String people();

    @Message("Weighted mean")
    String weightedMean();

    @Message("By week")
    String byWeek();

    @Message("By month")
    String byMonth();

    @Message("Visit")
    String visit();

    @Message("Order")
    String order();

    @Message("Retention")
    String retention();

    @Message("The newest {shown} of {total}")
    String rowsShown(String shown, String total);

    @Message("channel")
    String channelWord();
}
