package dev.rapport.segment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the segments' settings. */
@MessageBundle("segments")
public interface SegmentMessages {
    @Message("Segments")
    String title();

    @Message(
            "Groups of segments, each read from one trait of the customers. A day counts people under the segment they "
                    + "held that day.")
    String lead();

    @Message("Segment groups")
    String groups();

    /** Of people of whom the trait is not known. */
    @Message("Not known")
    String notKnown();

    /** What comes after a group has as many values as anybody could look at. */
    @Message("Other values")
    String otherValues();

    @Message("Group")
    String group();

    @Message("Read from")
    String trait();

    @Message("Segments")
    String values();

    @Message("by ranges")
    String byRanges();

    @Message("No segment groups yet")
    String none();

    @Message("Make one from a trait below.")
    String noneText();

    @Message("Combinations that customers are in")
    String signatures();

    @Message(
            "These are many: every day keeps its figures per combination, and Rapport becomes slower. Remove a group you "
                    + "do not need, or put values together by ranges.")
    String signaturesMany();

    @Message("Traits that are known")
    String traits();

    @Message("What imports have told of customers.")
    String traitsNote();

    @Message("Nothing is known of customers yet: import people first.")
    String noTraits();

    @Message("Trait")
    String traitName();

    @Message("Different values")
    String different();

    @Message("Known of")
    String knownOf();

    @Message("For example")
    String examples();

    @Message("in use")
    String used();

    @Message("Make a group")
    String makeGroup();

    @Message("By ranges only")
    String rangesOnly();

    @Message("New segment group")
    String newGroup();

    @Message("Edit segment group")
    String editGroup();

    @Message("Name")
    String name();

    @Message("Give the group a name of at most 100 characters.")
    String nameBad();

    @Message("Ranges")
    String ranges();

    @Message(
            "For traits that are numbers, such as a birth year. Leave them empty, and each value is a segment. A range "
                    + "holds its first number and ends before its last; leave one empty for no bound. Save to get more rows.")
    String rangesNote();

    @Message("Each range needs a name of its own and numbers of which the first is smaller; ranges may not overlap.")
    String rangesBad();

    @Message("This trait has {count} different values. Give ranges, or choose another trait: a group has at most 200.")
    String tooManyValues(String count);

    @Message("Segment")
    String segment();

    @Message("From")
    String from();

    @Message("Up to, not with")
    String to();

    @Message("{field} of range {number}")
    String fieldOf(String field, int number);

    @Message("Saving sorts all customers and counts all days anew, which takes a while with much data.")
    String saveNote();

    @Message("\"{name}\" is saved. Days are being counted anew; figures by segment change when that is done.")
    String groupSaved(String name);

    @Message("\"{name}\" is moved.")
    String groupMoved(String name);

    @Message("\"{name}\" is removed. What is known of customers stays.")
    String groupRemoved(String name);
}
