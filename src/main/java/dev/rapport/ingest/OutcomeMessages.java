package dev.rapport.ingest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of where rows come from and what becomes of them. */
@MessageBundle("outcome")
public interface OutcomeMessages {
    @Message("Replaced a row of an earlier import")
    String replaced();

    @Message("Passed over: an earlier row counts")
    String kept();

    @Message("Replaced by another row of this file")
    String repeated();

    @Message("Added to another row of this file")
    String added();

    @Message("Source")
    String source();

    @Message(
            "The tool and account the rows come from. Rows of one source replace each other when their keys are the same; those of others stay.")
    String sourceHint();

    @Message("found when the file is read")
    String sourceLater();

    @Message("What would become of all rows")
    String checked();

    @Message(
            "The file is large: all of its rows are looked at when the import starts. If something has to be asked then, nothing is stored before it is answered.")
    String checkedLater();

    @Message("No column is mapped as key. A row that has changed will be another row when it comes again.")
    String keyless();

    @Message("Values that were replaced")
    String replacedValues();

    @Message("Before")
    String before();

    @Message("Now")
    String now();

    @Message("Import")
    String importNumber();
}
