package dev.rapport.team;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the page of exchange rates. */
@MessageBundle("rates")
public interface RatesMessages {
    @Message("Exchange rates")
    String title();

    @Message(
            "Amounts in another currency become {reporting} when they are brought in, by the newest rate of their day or before it. Without one they are kept out, never added. What is stored keeps its rate.")
    String lead(String reporting);

    @Message("Add a rate")
    String add();

    @Message("From day")
    String day();

    @Message("Currency")
    String currency();

    @Message("Code of three letters, such as USD")
    String currencyHint();

    @Message("One unit is worth, in {reporting}")
    String rate(String reporting);

    @Message("If 1 USD is worth 0.92 {reporting}: 0.92")
    String rateHint(String reporting);

    @Message("Revenue")
    String revenue();

    @Message(
            "The revenue of an order is what its customer pays for goods: lines less discounts less what is given back. A change counts all days anew.")
    String revenueHint();

    @Message("with shipping")
    String withShipping();

    @Message("with tax")
    String withTax();

    @Message("Bring a file")
    String bring();

    @Message("CSV with the columns date, currency, rate")
    String file();

    @Message(
            "Dates as 2026-03-31. Rates say what one unit is worth in {reporting}; a rate of the same day and currency is replaced. When a line cannot be taken, none is.")
    String fileHint(String reporting);

    @Message("Nothing was taken")
    String notTaken();

    @Message("Line {number}: {fault} ({text})")
    String line(long number, String fault, String text);

    @Message(
            "{#switch fault}{#case 'DAY'}not a day like 2026-03-31{#case 'CURRENCY'}not the code of a currency, or the reporting currency itself{#case 'RATE'}not a number above zero, with at most 12 decimals{#case 'QUOTES'}quotes in the file are not closed{#case 'SIZE'}the file is too big{#case 'EMPTY'}no file, or no rates in it{#case}{fault}{/switch}")
    String fault(String fault);

    @Message("Rates, the newest first")
    String rates();

    @Message("There are no rates yet.")
    String none();

    @Message("the rate of {currency} of {day}")
    String rateOf(String currency, String day);

    @Message("1 {currency} = {rate} {reporting}")
    String worth(String currency, String rate, String reporting);
}
