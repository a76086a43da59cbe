package dev.rapport.ingest;

import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Shows how a file is written, as it was found or said. */
record DialectChoices(
        List<MappingChoice> charsets,
        List<MappingChoice> delimiters,
        List<MappingChoice> quotes,
        boolean header,
        String decimal,
        String zone,
        String nullWords) {
    private static final int MOST_LINES = 6;

    /** Lines to show: one for each word, and one to fill. */
    public long nothings() {
        return Math.min(MOST_LINES, nullWords.lines().count() + 1);
    }

    static DialectChoices of(Mapping mapping, UploadSample sample) {
        char delimiter = sample.dialect().delimiter();
        char quote = sample.dialect().quote();
        List<MappingChoice> delimiters = new ArrayList<>();
        for (String one : new String[] {",", ";", "|", "tab"}) {
            delimiters.add(
                    new MappingChoice(one, one, one.equals(delimiter == '\t' ? "tab" : String.valueOf(delimiter))));
        }
        List<MappingChoice> quotes = new ArrayList<>();
        for (String one : new String[] {"\"", "'", "none"}) {
            quotes.add(new MappingChoice(one, one, one.equals(quote == 0 ? "none" : String.valueOf(quote))));
        }
        return new DialectChoices(
                charsets(sample.dialect().charset().name()),
                delimiters,
                quotes,
                sample.dialect().header(),
                Objects.requireNonNullElse(mapping.decimal(), ""),
                Objects.requireNonNullElse(mapping.zone(), ""),
                String.join("\n", mapping.nullWords()));
    }

    /** Of a file that cannot be read as said. */
    static DialectChoices ofCharset(String charset) {
        return new DialectChoices(charsets(charset), List.of(), List.of(), true, "", "", "");
    }

    private static List<MappingChoice> charsets(String chosen) {
        List<String> known = new ArrayList<>(List.of(
                "UTF-8",
                "windows-1252",
                "ISO-8859-15",
                "windows-1250",
                "windows-1251",
                "windows-1253",
                "windows-1254",
                "UTF-16LE",
                "UTF-16BE",
                "Shift_JIS",
                "GB18030",
                "Big5",
                "EUC-KR"));
        if (!chosen.isEmpty() && !known.contains(chosen)) {
            known.add(chosen);
        }
        return MappingChoice.of(known, List.of(chosen));
    }
}
