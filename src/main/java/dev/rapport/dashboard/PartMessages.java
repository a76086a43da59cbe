package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Holds the texts of the breakdowns that only some metrics have: by page, by issue type ... The names of the methods
 * are the parts'.
 */
@MessageBundle("part")
public interface PartMessages {
    @Message("Page")
    String page();

    @Message("Landing page")
    String landingPage();

    @Message("Goal")
    String goal();

    @Message("Issue type")
    String issueType();

    @Message("Agent")
    String agent();

    @Message("Team")
    String team();

    @Message("Priority")
    String priority();

    @Message("Campaign")
    String campaign();

    @Message("Variant")
    String variant();

    @Message("Network")
    String network();

    @Message("Brand")
    String brand();

    @Message("Topic")
    String topic();

    @Message("Feature")
    String feature();

    @Message("Sentiment")
    String sentiment();

    @Message("Weekday and hour")
    String weekdayHour();

    @Message("Score")
    String score();

    @Message("Time as a customer")
    String relationAge();

    @Message("Reason for leaving")
    String reason();

    @Message("Product")
    String product();

    @Message("Category")
    String category();

    @Message("Link or button")
    String link();

    /** Of orders by product or category. */
    @Message(
            "Of an order only what was spent on the one product or category counts there. An order with two of them counts in both, so orders do not add up to the total; revenue does. What was given back without naming a product is not named.")
    String productsOverlap();

    @Message("no reason known")
    String noReason();

    @Message(
            "{#switch age}{#case 'under-90-days'}Under 90 days{#case '90-days'}90 to 179 days{#case '180-days'}180 days to a year{#case '1-year'}One to two years{#case '2-years'}Two years and more{#case}{age}{/switch}")
    String age(String age);

    /** Of a fact that names none. */
    @Message("not named")
    String unnamed();

    @Message("Break down by")
    String breakDown();

    /** {@code by} is one of the names above. */
    @Message("By {by.toLowerCase}")
    String by(String by);

    /** Beside the rows that are shown. */
    @Message("All others ({count})")
    String rest(String count);

    @Message("Names of agents are not shown: a setting forbids it, on pages, in files and for the API.")
    String agentsHidden();

    @Message("The largest {shown} of {all}; the CSV has every one.")
    String cut(String shown, String all);
}
