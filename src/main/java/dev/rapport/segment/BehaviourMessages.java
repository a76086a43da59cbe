package dev.rapport.segment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of segments found by what people do. */
@MessageBundle("behaviours")
public interface BehaviourMessages {
    @Message("New segments by behaviour")
    String newGroup();

    @Message("Edit segments by behaviour")
    String editGroup();

    @Message(
            "Segments of people by what they do. What is done on a day counts from the next day on, so that a figure by "
                    + "segment says who was in it when the day began.")
    String lead();

    @Message("Find segments by behaviour")
    String make();

    @Message("what people do")
    String behaviour();

    @Message("Name of the group")
    String name();

    @Message("Give the group a name of at most 100 characters.")
    String nameBad();

    @Message("Rules")
    String rules();

    @Message(
            "Rows with the same segment belong together: all of them must hold. A person is in the first segment that fits, "
                    + "in the order of the rows. Who fits none is in \"Not known\", as is everybody before anything is "
                    + "known of them; \"everybody\" takes the rest. Save or count to get more rows.")
    String rulesNote();

    @Message("Segment")
    String segment();

    @Message("What")
    String what();

    @Message("Compares")
    String compares();

    @Message("Number")
    String number();

    @Message("Second number")
    String second();

    @Message("Within")
    String within();

    @Message("{field} of row {row}")
    String fieldOf(String field, int row);

    @Message("Write at least one row.")
    String rulesNone();

    @Message(
            "These are too many: at most 60 rows and 20 segments. Every day keeps its figures per combination of segments.")
    String rulesMany();

    @Message("There are 10 groups by behaviour already. Remove one you do not need: figures are kept per combination.")
    String groupsMany();

    @Message("Row {row} needs a segment, with a name of at most 100 characters.")
    String segmentBad(int row);

    @Message(
            "Row {row} does not say what is asked for, or names something that is no longer there. Choose from the list.")
    String whatBad(int row);

    @Message(
            "Row {row} rests on a group that is itself found by behaviour. Choose a group that is read from a trait: rules "
                    + "could run in a circle otherwise.")
    String circle(int row);

    @Message(
            "Row {row} compares in a way that does not fit: numbers are at least, at most or between; all else is or is not.")
    String operatorBad(int row);

    @Message(
            "Row {row} needs other numbers: whole ones from 0 to 1,000,000,000, more than 0 for \"at least\" and for days since, "
                    + "a second one for \"between\" alone and not below the first; none for \"is\" and \"is not\".")
    String numberBad(int row);

    @Message("Row {row} cannot be asked within days: choose \"of all time\", or one of the offered times.")
    String daysBad(int row);

    @Message("at least")
    String atLeast();

    @Message("at most")
    String atMost();

    @Message("between")
    String between();

    @Message("is")
    String is();

    @Message("is not")
    String isNot();

    @Message("of all time")
    String ever();

    @Message("the last {days} days")
    String lastDays(int days);

    @Message("choose")
    String choose();

    @Message("no longer there: {what}")
    String gone(String what);

    @Message("Visits")
    String visiting();

    @Message("visits")
    String visits();

    @Message("page views")
    String pageViews();

    @Message("days with a visit")
    String activeDays();

    @Message("days since the last visit")
    String daysSinceVisit();

    @Message("Orders and subscriptions")
    String buying();

    @Message("orders")
    String orders();

    @Message("value of orders")
    String orderValue();

    @Message("days since the last order")
    String daysSinceOrder();

    @Message("running subscriptions")
    String subscriptions();

    @Message("Support")
    String support();

    @Message("tickets opened")
    String tickets();

    @Message("open tickets")
    String openTickets();

    @Message("Last answer")
    String answers();

    @Message("NPS: promoter")
    String promoter();

    @Message("NPS: passive")
    String passive();

    @Message("NPS: detractor")
    String detractor();

    @Message("CSAT: satisfied")
    String satisfied();

    @Message("CSAT: not satisfied")
    String unsatisfied();

    @Message("CES: found it hard")
    String hard();

    @Message("CES: did not find it hard")
    String easy();

    @Message("Uses of a feature")
    String features();

    @Message("Channel that won them")
    String wonBy();

    @Message("Everybody else")
    String others();

    @Message("everybody")
    String everyone();

    @Message("Count")
    String count();

    @Message("Who is in it today")
    String counted();

    @Message("Of {known} people of whom anything is known. Nothing is saved yet.")
    String countedNote(String known);

    @Message("People")
    String people();

    @Message("Share")
    String share();

    @Message("Not known, or none of these")
    String none();

    @Message("Counting takes too long with this much data. Saving still works: it is done in the background.")
    String tooLong();

    @Message("\"{name}\" is saved. People are being sorted and days counted anew; figures change when that is done.")
    String saved(String name);

    @Message("\"{name}\" is used by the rules of \"{other}\": change those first.")
    String usedBy(String name, String other);

    @Message("The rules of \"{other}\" use a segment that these ranges take away: change those first.")
    String rangeUsed(String other);
}
