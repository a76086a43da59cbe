package dev.rapport.ingest.mapping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows what tools write for nothing. These are words, signs, and in columns of dates the day zero, the epoch, the
 * first and the last day that a system can write. They are offered when they stand in the file, and can be changed.
 */
public final class NothingWords {
    private static final Set<String> WORDS = Set.of(
            "?",
            "??",
            "NA",
            "N/A",
            "n/a",
            "N/a",
            "#N/A",
            "#NULL!",
            "#VALUE!",
            "#REF!",
            "#DIV/0!",
            "NULL",
            "null",
            "Null",
            "(null)",
            "<null>",
            "[null]",
            "NaN",
            "nan",
            "None",
            "nil",
            "undefined",
            "\\N",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            "(nothing)",
            "(none)",
            "(empty)",
            "(blank)",
            "(leer)",
            "(not set)",
            "(not provided)",
            "not set");
    private static final Pattern ZEROS =
            Pattern.compile("0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?:[T ][0:.]+(?:Z|[+-]00:?00)?)?|0{8}|0{14}");
    /** 1970 in UTC or by any clock of the world; 1900, and what spreadsheets make of 0; .NET's first and SQL's last day. */
    private static final Pattern FIRST_OR_LAST =
            Pattern.compile("(?:1970[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.]1970|1900[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.]1900"
                    + "|1899[-/.]12[-/.]3[01]|0001[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.]0001|12[-/.]3[01][-/.]1899|3[01][-/.]12[-/.]1899)"
                    + "(?:,?[T ]?\\s*(?:0?0|12):00(?::00(?:\\.0+)?)?\\s*(?:AM)?\\s*(?:Z|UTC|GMT|[+-]00:?00)?)?"
                    + "|9999[-/.]12[-/.]31.*|31[-/.]12[-/.]9999.*|12[-/.]31[-/.]9999.*");

    private static final Pattern EPOCH_HERE = Pattern.compile(
            "(?:1970[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.]1970|1969[-/.]12[-/.]31|12[-/.]31[-/.]1969|31[-/.]12[-/.]1969).+");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private NothingWords() {}

    static boolean isWord(String text) {
        return WORDS.contains(text);
    }

    /** Whether a text in a column of dates stands for none. */
    static boolean isNoDate(String text, ZoneId zone) {
        if (text.length() < 8 || text.length() > 40) {
            return false;
        }
        return ZEROS.matcher(text).matches()
                || FIRST_OR_LAST.matcher(text).matches()
                || EPOCH_HERE.matcher(text).matches() && isEpoch(text, zone);
    }

    /** Midnight of 1970 in Greenwich, told by the clock of another place. */
    private static boolean isEpoch(String text, ZoneId zone) {
        return Stream.of(MomentFormat.YMD, MomentFormat.DMY, MomentFormat.MDY)
                .anyMatch(format ->
                        format.moment(text, zone).filter(Instant.EPOCH::equals).isPresent());
    }

    /** One a line, as it stands or in quotes; known ones may share a line. */
    public static List<String> typed(String text) {
        List<String> words = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher quoted = QUOTED.matcher(line);
            if (quoted.replaceAll("").isBlank() && !line.isEmpty()) {
                quoted.reset();
                while (quoted.find()) {
                    words.add(quoted.group(1).strip());
                }
                continue;
            }
            List<String> parts = List.of(line.split("\\s+"));
            words.addAll(parts.stream().allMatch(NothingWords::isWord) ? parts : List.of(line));
        }
        return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }
}
