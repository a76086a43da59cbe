package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dashboards. */
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

    @Message("Channels")
    String channels();

    @Message("Segment")
    String segment();

    @Message("Segments")
    String segments();

    @Message("Period")
    String period();

    @Message("Comparison")
    String comparison();

    @Message("Grain")
    String grain();

    @Message("Goal")
    String goal();

    @Message("Survey")
    String survey();

    @Message("Filters")
    String filters();

    @Message("Apply")
    String apply();

    @Message("Show results")
    String show();

    @Message("Custom dates")
    String custom();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Default goal")
    String defaultGoal();

    @Message("All surveys")
    String allSurveys();

    @Message("Active filters")
    String activeFilters();

    @Message("Remove filter: {what}")
    String removeFilter(String what);

    @Message("Clear all")
    String clearFilters();

    @Message("All channels, all customers")
    String everything();

    @Message("Today")
    String today();

    @Message("Yesterday")
    String yesterday();

    @Message("Last 7 days")
    String last7Days();

    @Message("Last 30 days")
    String last30Days();

    @Message("Last 90 days")
    String last90Days();

    @Message("Last 12 months")
    String last12Months();

    @Message("This week")
    String thisWeek();

    @Message("Last week")
    String lastWeek();

    @Message("This month")
    String thisMonth();

    @Message("Last month")
    String lastMonth();

    @Message("This quarter")
    String thisQuarter();

    @Message("Last quarter")
    String lastQuarter();

    @Message("This year")
    String thisYear();

    @Message("Last year")
    String lastYear();

    @Message("All time")
    String allTime();

    @Message("No comparison")
    String compareNone();

    @Message("Previous period")
    String comparePrevious();

    @Message("Same period last year")
    String compareLastYear();

    @Message("Hour")
    String hour();

    @Message("Day")
    String day();

    @Message("Week")
    String week();

    @Message("Month")
    String month();

    @Message("Quarter")
    String quarter();

    @Message("Year")
    String year();

    @Message("Q{quarter} {year}")
    String quarterOf(int quarter, int year);

    @Message("no data")
    String noData();

    @Message("no clear change")
    String noClearChange();

    @Message("unchanged")
    String unchanged();

    @Message("too little history to judge")
    String tooLittleHistory();

    @Message("better")
    String gotBetter();

    @Message("worse")
    String gotWorse();

    @Message("changed")
    String gotDifferent();

    @Message("by less than is shown")
    String lessThanShown();

    @Message("{compared} compared, {picked} stand out")
    String standOut(String compared, String picked);

    @Message("{compared} compared, 1 stands out")
    String standsOut(String compared);

    @Message("{compared} compared, none stands out")
    String noneStandsOut(String compared);

    @Message("of so many compared, this may be chance")
    String doesNotStandOut();

    @Message("Marked is what stands out among all that is compared here: at most one in twenty of these is chance "
            + "(Benjamini and Hochberg). A figure alone is judged by itself on its own page.")
    String howPicked();

    @Message("Judged by")
    String judgedBy();

    @Message("how much it changed from week to week over the {weeks} weeks before this period; t, 95%")
    String judgedByWeeks(int weeks);

    @Message("how much it changed from {each} weeks to the next {each} over the {weeks} weeks before this period; "
            + "t, 95%")
    String judgedByBlocks(int weeks, int each);

    @Message("the intervals of both figures, 95%")
    String judgedByIntervals();

    @Message("the intervals of both figures, or how much it changed over the {weeks} weeks before where that is more; "
            + "95%")
    String judgedByBoth(int weeks);

    @Message("not judged: fewer than 8 weeks of data before this period")
    String notJudged();

    @Message("nothing is compared")
    String nothingJudged();

    @Message("{difference} pts")
    String points(String difference);

    @Message("was {before}")
    String was(String before);

    @Message("from 0")
    String fromNothing();

    @Message("n = {n}")
    String observations(String n);

    @Message("95% interval {low} to {high}")
    String interval(String low, String high);

    @Message("few observations (n = {n}): read with care")
    String few(String n);

    @Message("Benchmark")
    String benchmark();

    @Message("Target")
    String target();

    @Message("Benchmark: {bands} · {source}")
    String benchmarkOf(String bands, String source);

    @Message("poor")
    String poor();

    @Message("typical")
    String typical();

    @Message("good")
    String good();

    @Message("great")
    String great();

    @Message("excellent")
    String excellent();

    @Message("below typical")
    String below();

    @Message("{label} below {to}")
    String bandBelow(String label, String to);

    @Message("{label} from {from}")
    String bandAbove(String label, String from);

    @Message("{label} {from} to {to}")
    String bandBetween(String label, String from, String to);

    @Message("This period")
    String now();

    @Message("Before")
    String before();

    @Message("Change")
    String change();

    @Message("Value")
    String value();

    @Message("Period")
    String bucket();

    @Message("unfinished")
    String unfinished();

    @Message("As a table")
    String asTable();

    @Message("CSV")
    String csv();

    @Message("Usual periods")
    String usualPeriods();

    @Message("Automatic steps")
    String fittingGrain();

    @Message("Download as CSV: {what}")
    String csvOf(String what);

    @Message("JSON")
    String json();

    @Message("compared with {period}")
    String comparedWith(String period);

    @Message("change without today, which is not over: {now} with {before}")
    String judgedOver(String now, String before);

    @Message("no change is told before a day is over")
    String judgedLater();

    @Message("Days compared")
    String comparedDays();

    @Message(
            "A change is told of days that are over, held against as many before, or up to the same day of the month, quarter "
                    + "or year before; of none where fewer than half of the compared days have data.")
    String comparedDaysAre();

    @Message("no data to compare")
    String nothingBeforeAny();

    @Message("no data to compare before {day}")
    String nothingBefore(String day);

    @Message("no day is over yet")
    String nothingOver();

    @Message("{now} without today, {was}")
    String withoutToday(String now, String was);

    @Message("Same dates or weekdays")
    String optionAlign();

    @Message("Same dates")
    String alignDate();

    @Message("Same weekdays")
    String alignWeekday();

    @Message("Trend of {name}")
    String sparklineOf(String name);

    @Message("Open")
    String open();

    @Message("Details of {name}")
    String details(String name);

    @Message("By channel and segment")
    String byChannelAndSegment();

    @Message("Definition")
    String definition();

    @Message("Formula")
    String formula();

    @Message("In this slice")
    String here();

    @Message("Why look at it")
    String why();

    @Message("Common misreading")
    String misreading();

    @Message("Exact, not estimated")
    String exact();

    @Message("Modelled")
    String modelled();

    @Message("Kind")
    String kind();

    @Message("Adds up over days, channels and segments")
    String adds();

    @Message("Does not add up: asked anew for every period, channel and segment")
    String addsNot();

    @Message("Time zone")
    String zone();

    @Message("Data until")
    String freshness();

    @Message("nothing has been computed yet")
    String notYet();

    @Message("Restated")
    String restated();

    @Message("never since it was first shown")
    String restatedNever();

    @Message("Sources")
    String sources();

    @Message("Interval")
    String uncertainty();

    @Message("Remarks")
    String remarks();

    @Message("Better")
    String better();

    @Message("higher is better")
    String betterUp();

    @Message("lower is better")
    String betterDown();

    @Message("neither direction is better by itself")
    String betterNeither();

    @Message("Wilson, 95%")
    String intervalWilson();

    @Message("Newcombe, from the Wilson intervals, 95%")
    String intervalNewcombe();

    @Message("normal, from the variance of the answers, 95%")
    String intervalNormal();

    @Message("t interval of the mean, 95%")
    String intervalMean();

    @Message("order statistics, 95%")
    String intervalMedian();

    @Message("none: counted, not sampled")
    String intervalNone();

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

    @Message("Catalogue")
    String catalogue();

    @Message("Every number Rapport shows, with what it means, how it is computed, and how it is misread.")
    String catalogueLead();

    @Message("Search")
    String search();

    @Message("Search the catalogue")
    String searchCatalogue();

    @Message("Teams")
    String teams();

    @Message("Marketing")
    String marketingTeam();

    @Message("Support")
    String supportTeam();

    @Message("Marketing and support")
    String bothTeams();

    @Message("Site")
    String topicSite();

    @Message("Campaigns")
    String topicCampaigns();

    @Message("Social media")
    String topicSocial();

    @Message("Product use")
    String topicProduct();

    @Message("Voice of the customer")
    String topicVoice();

    @Message("Support")
    String topicSupport();

    @Message("Loyalty and value")
    String topicCustomers();

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

    @Message("Active by")
    String activity();

    @Message("Visit")
    String visit();

    @Message("Order")
    String order();

    @Message("Retention")
    String retention();

    @Message("The newest {shown} of {total}")
    String rowsShown(String shown, String total);

    @Message("Counted in other ways")
    String alternatives();

    @Message("Mean of the days")
    String meanOfDays();

    @Message("On {day}")
    String onDay(String day);

    @Message("Unit")
    String optionUnit();

    @Message("Statistic")
    String optionStat();

    @Message("Day of resolution")
    String optionDated();

    @Message("Known")
    String datedKnown();

    @Message("Not known, by the day they were created")
    String datedUnknown();

    @Message("Waiting tickets")
    String optionWaiting();

    @Message("Contact")
    String optionContact();

    @Message("After a contact")
    String contactWith();

    @Message("Without a contact")
    String contactWithout();

    @Message("Difference")
    String contactDifference();

    @Message("Single-hit visits")
    String optionWithoutSingle();

    @Message("Divided by")
    String optionBase();

    @Message("Per person")
    String unitPeople();

    @Message("Per visit")
    String unitSessions();

    @Message("Median")
    String statMedian();

    @Message("90th percentile")
    String statP90();

    @Message("Mean")
    String statMean();

    @Message("Waiting tickets counted")
    String waitingCounted();

    @Message("Without waiting tickets")
    String waitingLeftOut();

    @Message("Single hits as 0")
    String singleCounted();

    @Message("Without single hits")
    String singleLeftOut();

    @Message("Active people")
    String optionActive();

    @Message("Of the day")
    String activeOfTheDay();

    @Message("Of 30 days")
    String activeOfMonth();

    @Message("Customers at the start")
    String baseStart();

    @Message("All customers of the period")
    String baseAll();

    @Message("Compared")
    String optionRate();

    @Message("Clicks")
    String rateClicks();

    @Message("Conversions")
    String rateConversions();

    @Message("Divided by")
    String optionPer();

    @Message("Impressions")
    String perImpressions();

    @Message("Followers")
    String perFollowers();

    @Message("Band")
    String optionBand();

    @Message("At risk")
    String bandAtRisk();

    @Message("Watch")
    String bandWatch();

    @Message("Healthy")
    String bandHealthy();

    @Message("Cost taken off")
    String optionNet();

    @Message("Nothing taken off")
    String netGross();

    @Message("Support taken off")
    String netSupport();

    @Message("{apart} by {by}, {together} people, {several} in several")
    String overlap(String apart, String by, String together, String several);

    @Message("In the total everybody counts once, however many channels or segments they are counted in.")
    String overlapTitle();

    @Message("channel")
    String channelWord();

    @Message("{values}; {what} is for {length}")
    String otherLength(String values, String what, String length);

    @Message(
            "{#switch grain}{#case 'hour'}hourly values{#case 'day'}daily values{#case 'week'}weekly values{#case 'month'}monthly values{#case 'quarter'}quarterly values{#case}yearly values{/switch}")
    String valuesBy(String grain);

    @Message(
            "{#switch span}{#case 'day'}a day{#case 'week'}7 days{#case 'month'}30 days{#case 'quarter'}a quarter{#case}a year{/switch}")
    String lengthOf(String span);

    @Message("for {length}")
    String forLength(String length);

    @Message("too early to judge")
    String tooEarly();
}
