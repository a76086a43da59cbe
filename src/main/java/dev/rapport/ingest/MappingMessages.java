package dev.rapport.ingest;

import dev.rapport.words.Counted;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the mapping step: what is chosen of a file before it is imported. */
@MessageBundle("mapping")
public interface MappingMessages {
    @Message("What is in the file?")
    String whatIsIt();

    @Message("How the file is written")
    String reading();

    @Message("Columns")
    String columns();

    @Message("or the same for all rows")
    String constant();

    @Message("Replace values")
    String values();

    @Message("One a line: 11 = (nothing) · Yes = 2020-01-31 · * = all others")
    String valuesHint();

    @Message("Date format")
    String format();

    @Message("day or month first? Nothing in the file says: please check")
    String ambiguous();

    @Message("not in the file")
    String notMapped();

    @Message("required")
    String required();

    @Message("What the file says of people")
    String traits();

    @Message(
            "Columns that describe a person, such as plan, region or birth year. As segment groups they become filters on every page.")
    String traitsHint();

    @Message("Call it")
    String traitName();

    @Message("Holds")
    String traitDated();

    @Message("always")
    String always();

    @Message("from the row's date on")
    String fromRow();

    @Message("Segment group")
    String traitGroup();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("Keep with the event")
    String properties();

    @Message("When a key comes again")
    String repeat();

    @Message("Words for nothing")
    String nullWords();

    @Message("One a line, e.g. 0000-00-00 00:00:00")
    String nullWordsHint();

    @Message("Characters")
    String charset();

    @Message("Between columns")
    String delimiter();

    @Message("Quotes")
    String quote();

    @Message("First row")
    String header();

    @Message("names the columns")
    String headerYes();

    @Message("is data")
    String headerNo();

    @Message("Decimals")
    String decimal();

    @Message("as each column shows")
    String decimalByColumn();

    @Message("Times are in")
    String zone();

    @Message("Only rows where")
    String filter();

    @Message("is one of (separated by |)")
    String filterValues();

    @Message("all rows")
    String allRows();

    @Message("Update preview")
    String update();

    @Message("Start import")
    String start();

    @Message("Save this mapping as")
    String saveAs();

    @Message("Mapping taken from “{name}”, which was made for the same columns.")
    String suggestedFrom(String name);

    @Message("Preview: the first {#if rows.plural == 'one'}row as it{#else}{rows} rows as they{/if} will be stored")
    String preview(Counted rows);

    @Message("Row")
    String line();

    @Message("The import cannot start yet")
    String cannotStart();

    @Message(
            "{#switch wrong}{#case 'UNKNOWN_TARGET'}Choose what the file holds{#case 'UNKNOWN_FIELD'}There is no such field{#case 'UNKNOWN_COLUMN'}The file has no such column{#case 'UNKNOWN_ZONE'}There is no such time zone{#case 'FIELD_MISSING'}A column or a value is needed for it{#case 'PERSON_MISSING'}A column that says who is needed: customer, e-mail or device{#case 'BAD_CONSTANT'}The value given for all rows does not fit{#case 'BAD_DECIMAL'}Decimals are written with . or ,{#case 'DATE_UNKNOWN'}looks like a date; this way of writing is not known{#case 'BAD_WORD'}A word for an answer needs its place on the scale, a whole number{#case 'WORD_TWICE'}The word stands there twice, with two places{#case 'TOO_MANY_WORDS'}More than 100 words are no scale: choose the column with the scores{#case 'CLASS_UNREADABLE'}Write numbers or ranges, such as 9-10 or 1-3, 5{#case 'CLASS_OUTSIDE'}lies outside of the scale{#case 'CLASS_OVERLAP'}stands in more than one class, or twice{#case 'CLASS_GAP'}stands in no class: give each point of the scale one{#case 'CLASS_EMPTY'}Give this class one answer at least{#case 'BAD_TRAIT'}A name of at most 100 characters is needed{#case}Please check{/switch}")
    String wrong(String wrong);

    @Message("What answers count as")
    String counting();

    @Message(
            "Numbers or ranges for each class, such as 9-10 or 1-3, 5. It is kept with the survey, and can be changed on its settings page at any time. The places of words are set under “Replace values”.")
    String countingNote();

    @Message("There is such a survey already. What its answers count as is set on its settings page.")
    String countedByItself();

    @Message("Answer in the file")
    String answer();

    @Message("Place on the scale")
    String place();

    @Message("not on the scale: rows with it are rejected")
    String noPlace();

    @Message("Counts as")
    String countsAs();

    @Message("How often, in the first rows")
    String times();

    @Message("automatic")
    String automatic();

    @Message("none")
    String noQuote();

    @Message("tab")
    String tab();

    @Message(
            "{#switch format}{#case 'YMD'}2026-03-31 (year first){#case 'DMY'}31/3/2026 (day first){#case 'MDY'}3/31/2026 (month first){#case 'EPOCH_SECONDS'}seconds since 1970{#case 'EPOCH_MILLIS'}milliseconds since 1970{#case 'EXCEL_SERIAL'}day numbers of a spreadsheet (45366.61){#case}?{/switch}")
    String formatName(String format);

    @Message(
            "{#switch rule}{#case 'FIRST'}the first row counts{#case 'LAST'}the last row counts{#case 'SUM'}rows of one file add up, a later file counts{#case 'EACH'}each row is new{#case}?{/switch}")
    String repeatName(String rule);
}
