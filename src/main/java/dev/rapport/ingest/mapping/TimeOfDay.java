package dev.rapport.ingest.mapping;

import java.util.regex.Pattern;

/** Tells whether a date is written with a time of day: without one, nothing can be said of how long something took. */
final class TimeOfDay {
    private static final Pattern GIVEN = Pattern.compile(
            "\\d\\s*:\\s*\\d\\d" // 14:30
                    + "|\\d[tT]\\d\\d" // 20261005T1430
                    + "|(?<!\\d)\\d{12,14}(?!\\d)" // 20261005143000
                    + "|(?<![\\d.,])\\d{5}[.,]\\d+$" // a spreadsheet's day with a fraction
                    + "|[\\s,]\\d{1,2}[.h]\\d\\d(?!\\d)" // 5.10.2026 14.30
                    + "|\\d\\s*[aApP]\\.?\\s?[mM]\\b"); // 2 pm

    private TimeOfDay() {}

    static boolean isGiven(String text, MomentFormat format) {
        // as machines write it, told without the pattern
        boolean iso = text.length() >= 16 && text.charAt(13) == ':' && text.charAt(10) <= 'T';
        return iso
                || format == MomentFormat.EPOCH_SECONDS
                || format == MomentFormat.EPOCH_MILLIS
                || GIVEN.matcher(text).find();
    }
}
