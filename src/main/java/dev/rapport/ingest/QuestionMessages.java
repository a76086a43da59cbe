package dev.rapport.ingest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of what is asked before an import starts. */
@MessageBundle("questions")
public interface QuestionMessages {
    @Message("Please check before the import starts")
    String heading();

    @Message("please choose")
    String choose();

    @Message("in the file: {example}")
    String example(String example);

    @Message("Yes, go on all the same")
    String goOn();

    @Message("What is in the file?")
    String target();

    @Message("The archive holds tables with different columns. Which one is read?")
    String table();

    @Message("Another table follows in the file: only the first one is read")
    String otherTable();

    @Message("“{column}”: is the sign in its numbers a decimal sign, or does it group thousands?")
    String decimal(String column);

    @Message("the point is the decimal sign: 1,234.56")
    String point();

    @Message("the comma is the decimal sign: 1.234,56")
    String comma();

    @Message("“{column}”: does the day or the month come first?")
    String dateOrder(String column);

    @Message("the day: 31/3/2026")
    String dayFirst();

    @Message("the month: 3/31/2026")
    String monthFirst();

    @Message("“{column}” looks like a date; this way of writing is not known")
    String unreadableDates(String column);

    @Message("On which scale was “{survey}” asked?")
    String scale(String survey);

    @Message("What do the answers to “{survey}” count as?")
    String countsAs(String survey);

    @Message("What does the state “{word}” mean?")
    String state(String word);

    @Message("the ticket is open")
    String stateOpen();

    @Message("the ticket is resolved")
    String stateResolved();

    @Message("it is no ticket: merged, spam or deleted")
    String stateNoTicket();

    @Message(
            "There is no rate for {currency} on some of the days: add rates on the settings page, or make it the currency in which money is reported, and come back here; or keep its rows out")
    String currency(String currency);

    @Message("keep these rows out, and count how many there are")
    String keepOut();

    @Message("What does “{word}” mean for an order?")
    String orderState(String word);

    @Message(
            "{#switch state}{#case 'order'}an order that counts{#case 'refund'}money given back, a row of its own{#case 'refunded'}an order that was given back whole{#case 'none'}no order: cancelled, failed or not paid{#case}{state}{/switch}")
    String orderStateName(String state);

    @Message("What does “{word}” mean for a subscription?")
    String subscriptionState(String word);

    @Message(
            "{#switch state}{#case 'pays'}it pays{#case 'trial'}it is on trial and pays nothing yet{#case 'ended'}it has ended, when the row says{#case 'none'}it does not pay and never has{#case}{state}{/switch}")
    String subscriptionStateName(String state);

    @Message("“{column}”: what is the discount to the amount?")
    String discount(String column);

    @Message(
            "{#switch way}{#case 'money'}money, still to be taken off{#case 'share'}a share of it (0.2 or 20 is 20 %), still to be taken off{#case 'off'}taken off already{#case}{way}{/switch}")
    String discountName(String way);

    @Message("“{column}”: does the amount, or the price, hold this tax? Revenue is counted without tax")
    String tax(String column);

    @Message("“{column}” is the same in all lines of an order: whose total is it?")
    String repeatedTotal(String column);

    @Message(
            "{#switch whose}{#case 'once'}the whole order’s: it counts once{#case 'each'}each line’s{#case}{whose}{/switch}")
    String repeatedTotalName(String whose);

    @Message("“{column}”: does the amount hold this shipping? Revenue is counted without shipping")
    String shipping(String column);

    @Message(
            "{#switch where}{#case 'in'}yes, it is to be taken off{#case 'beside'}no, it comes on top{#case}{where}{/switch}")
    String heldName(String where);

    @Message("These columns change a figure and are not used: {columns}")
    String figureColumns(String columns);

    @Message("“{word}”: every how often is the amount paid?")
    String interval(String word);

    @Message("“{name}” would be a new channel")
    String newChannel(String name);

    @Message("“{name}” looks like another channel. Which is it?")
    String likeChannel(String name);

    @Message("Many new channels would be made")
    String newChannels();

    @Message("a new channel")
    String isNew();

    @Message("Many rows cannot be stored")
    String manyRejected();

    @Message("Many rows have the key of another row of the file, which replaces them")
    String manyReplaced();

    @Message(
            "“{source}” has rows with the same keys that say something else. Are these the same things, or those of another tool or account?")
    String source(String source);

    @Message(
            "Many rows have the key of an earlier one and say something else: they are passed over, the earlier ones stay")
    String manyKept();

    @Message("Many rows are there already, from the source “{source}”: they would count twice")
    String otherSourceReplaced(String source);

    @Message("All rows have the same key (“{column}”)")
    String sameKey(String column);

    @Message("“{column}” holds numbers that a spreadsheet has shortened: different ones look alike")
    String damagedIds(String column);

    @Message(
            "No column is mapped as key, and some orders are known with other lines: both would count. Where each row is an order, map its number as key as well")
    String noKey();

    @Message(
            "Reasons are given in very many different words, each of which would be a reason of its own. A column of comments is better mapped as comment")
    String manyReasons();

    @Message("A row seems to add up the others, and would count on top of them")
    String totalRow();

    @Message("“{column}” holds a date far from the others")
    String farDate(String column);
}
