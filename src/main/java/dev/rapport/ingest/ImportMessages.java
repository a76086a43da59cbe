package dev.rapport.ingest;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the pages of imports. */
@MessageBundle("imports")
public interface ImportMessages {
    @Message("Imports")
    String title();

    @Message(
            "Bring in people and facts from CSV files. What comes in twice is stored once, and each import can be undone.")
    String lead();

    @Message("Choose a file or drop it here")
    String choose();

    @Message("CSV, TSV or text, also as .gz, .zip or .tar.gz of CSV files, up to {size}.")
    String chooseHint(String size);

    @Message("Upload")
    String upload();

    @Message("No imports yet")
    String none();

    @Message("Your first file appears here with its report.")
    String noneText();

    @Message("File")
    String file();

    @Message("Imported as")
    String target();

    @Message("State")
    String state();

    @Message("Stored")
    String stored();

    @Message("Known before")
    String known();

    @Message("Rejected")
    String rejected();

    @Message("Rows read")
    String read();

    @Message("Left out by the filter")
    String leftOut();

    @Message("Lines passed over")
    String passed();

    @Message("Titles, notes, totals and other lines that are no rows. They are neither stored nor rejected.")
    String passedText();

    @Message(
            "{#switch why}{#case 'TITLE'}before the header{#case 'HEADER'}part of the header{#case 'COMMENT'}a comment{#case 'FOOTER'}a note{#case 'TOTAL'}a total of other rows{#case 'OTHER_TABLE'}of another table{#case}no row{/switch}")
    String passedWhy(String why);

    @Message("Brought in")
    String when();

    @Message("by {who}")
    String by(String who);

    @Message("Field")
    String field();

    @Message("Column of the file")
    String column();

    @Message("Import under way")
    String underWay();

    @Message("{rows} {#if rows.plural == 'one'}row{#else}rows{/if} read, {rate} a second")
    String speed(Counted rows, String rate);

    @Message("Cancel import")
    String cancel();

    @Message("Report")
    String report();

    @Message("Rows that were not stored")
    String rejects();

    @Message("The first {count} are shown; the CSV has all that are kept.")
    String rejectsSome(int count);

    @Message("Taken without something")
    String noted();

    @Message("Rows that are stored without a value they name")
    String notes();

    @Message("These columns of the file are not used")
    String unused();

    @Message("Download as CSV")
    String download();

    @Message("Line")
    String lineNumber();

    @Message("Value")
    String value();

    @Message("Reason")
    String why();

    @Message("Undo this import")
    String undo();

    @Message(
            "Everything this import stored is taken away again: its rows, and the people, segments and pages that nothing else speaks of. Former versions of its rows come back.")
    String undoText();

    @Message("I am sure")
    String sure();

    @Message("Please tick the box to confirm.")
    String sureNeeded();

    @Message("The import is being undone.")
    String undone();

    @Message("Being undone")
    String undoing();

    @Message("{share} % taken back. Other imports go on meanwhile.")
    String undoneShare(int share);

    @Message("Addresses of several customers")
    String sharedAddresses();

    @Message(
            "Each was named with several customer numbers, here or in another import. What is known by such an address alone stays apart from these customers.")
    String sharedAddressesNote();

    @Message("Customer numbers")
    String sharedNumbers();

    @Message("The import is cancelled; nothing was stored.")
    String cancelled();

    @Message("Map again, or answer")
    String mapAgain();

    @Message("All imports")
    String all();

    @Message(
            "{#switch state}{#case 'uploaded'}waits for its mapping{#case 'queued'}waits its turn{#case 'running'}being read{#case 'storing'}being stored{#case 'counting'}stored, figures are being counted{#case 'done'}done{#case 'failed'}failed{#case 'cancelled'}cancelled{#case 'undoing'}being undone{#case 'undone'}undone{#case}?{/switch}")
    String stateName(String state);

    @Message(
            "{#switch reason}{#case 'MISSING'}is missing{#case 'KEY_MISSING'}the key is missing{#case 'NO_PERSON'}does not say who{#case 'NOT_A_NUMBER'}is not a number{#case 'DECIMAL_UNCLEAR'}could be two numbers: nothing says which sign is the decimal one{#case 'OTHER_DECIMAL_SIGN'}is written with the other decimal sign than its column{#case 'NOT_WHOLE'}is not a whole number{#case 'OUT_OF_RANGE'}is out of range{#case 'NOT_POSITIVE'}is not above zero{#case 'NOT_A_DATE'}is not a date in the chosen format{#case 'NOT_YES_OR_NO'}is neither yes nor no{#case 'NOT_A_CHOICE'}is none of the words expected{#case 'TOO_LONG'}is too long{#case 'ENDS_BEFORE_START'}ends before it begins{#case 'NO_TIME_OF_DAY'}gives a day but no time: how long it took is not known{#case 'END_MISSING'}is missing though the ticket is resolved: when and how long it took is not known{#case 'NOT_A_DURATION'}does not say how long{#case 'BOT_ANSWERED'}is no person: when a person answered is not known{#case 'NO_TICKET'}is merged, spam or deleted: not counted as a ticket{#case 'SURVEY_DIFFERS'}this survey has another kind, scale or direction{#case 'TOO_MANY_SURVEYS'}is one survey too many{#case 'OUTSIDE_SCALE'}is outside the survey’s scale{#case 'FEWER_COLUMNS'}the row has fewer columns than the header{#case 'MORE_COLUMNS'}the row has more columns than the header{#case 'QUOTES'}quotes are not closed or stand in the wrong place{#case 'NUL'}holds a NUL character{#case 'BYTES'}holds bytes that are no characters in this file’s encoding{#case 'RECORD_TOO_LONG'}the row is too long{#case 'TOO_MANY_FIELDS'}the row has too many columns{#case 'NOT_A_CURRENCY'}is no currency{#case 'NO_RATE'}is a currency without a rate for that day{#case 'CURRENCIES_DIFFER'}is in another currency than the rest of the row{#case 'REFUND_UNKNOWN'}was given back in part, and the row does not say how much{#case 'NOT_AN_INTERVAL'}is no interval that is known{#case 'END_UNKNOWN'}has ended, and the row does not say when{#case}cannot be stored{/switch}")
    String reason(String reason);

    @Message(
            "{#switch refusal}{#case 'EMPTY'}The file is empty.{#case 'BINARY'}The file is not text.{#case 'SPREADSHEET'}The file is a spreadsheet: save it as CSV and bring that.{#case 'OTHER_FORMAT'}The file is not CSV.{#case 'JSON'}The file is JSON, not a table: export it as CSV, or send its objects to the events API.{#case 'MARKUP'}The file is a web page or XML, not a table (some tools call such a file .xls): open it in a spreadsheet, save it as CSV and bring that.{#case 'NESTED_ARCHIVE'}The file holds another archive: unpack that first.{#case 'NO_TABLE_IN_ARCHIVE'}The archive holds no CSV file.{#case 'DAMAGED_ARCHIVE'}The archive is damaged: make it again.{#case 'CUT_OFF_ARCHIVE'}The archive ends too early: it was not copied or not made to its end.{#case 'WRONG_CHECKSUM'}The archive is damaged: what it holds does not have the checksum that it gives.{#case 'WRONG_SIZE'}The archive is damaged: what it holds does not have the size that it gives.{#case 'ENCRYPTED_ARCHIVE'}The archive is locked with a password.{#case 'TOO_MANY_FILES'}The archive holds too many files.{#case 'UNPACKS_TOO_BIG'}The archive unpacks to more than is allowed.{#case 'BOMB'}The archive unpacks to so many times its size as no table does: unpack it first, and bring the table.{#case 'TOO_MANY_COLUMNS'}The file has too many columns: at most 2,000 are taken.{#case 'TOO_MANY_VALUES'}A column chosen as channel or segment group has too many different values.{#case 'NO_HEADER'}The file has no header.{#case 'COLUMN_MISSING'}A column of the mapping is not in the file.{#case 'UNKNOWN_CHARSET'}There is no such character encoding.{#case 'TOO_MANY_WORDS'}The answers to a survey are more than 100 different words: that is no scale.{#case 'COUNTS_OTHERWISE'}A survey that has answers counts them otherwise than is said here: leave it out, and change it in the survey’s settings, where all of its answers are counted again.{#case 'MAPPING'}The mapping does not fit the file.{#case 'QUESTIONS'}Something has to be answered first; nothing was stored.{#case 'ALL_REJECTED'}Not one row could be stored: the reasons are listed below.{#case 'TOO_BIG'}The file is too big.{#case 'NO_SPACE'}There is not enough space on the server’s disk.{#case 'DATABASE_FULL'}The disk of the database is full. Nothing was stored: when there is room again, start the import once more.{#case 'FILE_GONE'}The uploaded file is no longer there: upload it again.{#case 'EXPIRED'}The file was not mapped for a long time and has been removed: upload it again.{#case 'UNDO_FAILED'}It could not be undone: all of it is still there. Try again, or look at the server’s log.{#case 'STOPPED'}The server stopped while the import ran. Nothing was stored.{#case}Something went wrong. Nothing was stored.{/switch}")
    String refusal(String refusal);

    @Message("Send the file as body with its Content-Type, such as text/csv, or as form with a part called file.")
    String apiFileMissing();

    @Message("Say how to map the columns: a saved mapping's name, or JSON.")
    String apiMappingMissing();

    @Message("The mapping is not understood.")
    String apiMappingUnclear();

    @Message("There is no saved mapping of that name.")
    String apiMappingUnknown();

    @Message(
            "there would be {channels} channels; at most {most} make sense, so this column is probably not the channel")
    String tooManyChannels(String channels, String most);

    @Message("'{trait}' has {values} different values; a segment group may have {most}, or ranges")
    String tooManyValues(String trait, String values, String most);

    @Message("All rows are stored; the figures are being counted.")
    String countingText();

    @Message("Look at:")
    String figures();
}
