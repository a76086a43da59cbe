package dev.rapport.customers;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the list of customers and of the page of each; {@code sort_...} by their keys. */
@MessageBundle("people")
public interface CustomerMessages {
    @Message("Customer list")
    String list();

    @Message(
            "Everybody who is known, ordered, subscribed or asked for help. Channels: who visited, ordered or asked for help there in the period. Segments: who is in them now.")
    String lead();

    @Message("Customer")
    String customer();

    @Message("No. {number}")
    String numbered(String number);

    @Message("Person {number}")
    String nameless(String number);

    @Message(key = "sort_value", value = "Value so far")
    String sortValue();

    @Message(key = "sort_last_active", value = "Last active")
    String sortLastActive();

    @Message(key = "sort_orders", value = "Orders")
    String sortOrders();

    @Message(key = "sort_tickets", value = "Tickets")
    String sortTickets();

    @Message(key = "sort_last_score", value = "Last score")
    String sortLastScore();

    @Message(key = "sort_health", value = "Health")
    String sortHealth();

    @Message("Name or customer number")
    String search();

    @Message("Search")
    String searchButton();

    @Message("Find by e-mail address")
    String byEmail();

    @Message("Find")
    String find();

    @Message("Nobody has this e-mail address.")
    String nobody();

    @Message("Everybody")
    String everybody();

    @Message("Customers now")
    String currentOnly();

    @Message("{count} {#if count.plural == 'one'}person{#else}people{/if}")
    String count(Counted count);

    @Message("as of {at}")
    String asOf(String at);

    @Message("The list is being made; look again in a few seconds.")
    String notYet();

    @Message("First page")
    String firstPage();

    @Message("Next page")
    String nextPage();

    @Message("Nobody here")
    String none();

    @Message("Nobody fits. Widen the search or the filters.")
    String noneText();

    @Message("never")
    String never();

    @Message("Customer number")
    String number();

    @Message("E-mail")
    String email();

    @Message("First seen")
    String firstSeen();

    @Message("Visits")
    String visits();

    @Message("{open} open")
    String open(String open);

    @Message("Preferred channel")
    String preferredChannel();

    @Message("Visits, orders and tickets of the last 365 days")
    String channelsNote();

    @Message("No customer just now: health is scored for customers.")
    String noHealth();

    @Message("Traits")
    String traits();

    @Message("since {day}")
    String since(String day);

    @Message("Segments")
    String segments();

    @Message("always")
    String always();

    @Message("Features used most")
    String features();

    @Message("Bought most")
    String products();

    @Message("What to offer next")
    String offers();

    @Message("What they have not bought, by what others bought in the last 12 months: of at least 30 people, counted.")
    String offersNote();

    @Message("{part} of {whole} who bought {product} bought it too; of all buyers {everybody}.")
    String offeredWith(String part, String whole, String product, String everybody);

    @Message("{part} of {whole} buyers in the same segments bought it; of all buyers {everybody}.")
    String offeredAlike(String part, String whole, String everybody);

    @Message("Active hours")
    String hours();

    @Message("Visits of the last 365 days by the hour in which they began, {zone}")
    String hoursNote(String zone);

    @Message("Timeline")
    String timeline();

    @Message("All")
    String all();

    @Message("When")
    String when();

    @Message("What")
    String what();

    @Message("Details")
    String details();

    @Message("page views: {count}")
    String pages(String count);

    @Message("score {score}")
    String score(String score);

    @Message("{amount} a month")
    String monthly(String amount);

    @Message("until {at}")
    String until(String at);

    @Message("resolved {at}")
    String resolved(String at);

    @Message("open")
    String stillOpen();

    @Message("Nothing has happened yet")
    String nothing();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();
}
