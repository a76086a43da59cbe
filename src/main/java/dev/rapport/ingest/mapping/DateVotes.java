package dev.rapport.ingest.mapping;

import dev.rapport.ingest.mapping.MomentFormat.Guess;
import java.util.Optional;
import java.util.regex.Pattern;

/** Counts in which formats the cells of a column are dates, and keeps an example of those that are none. */
final class DateVotes {
    private static final Pattern MILLIS = Pattern.compile("\\d{13}(\\.0)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(\\.\\d+)?");
    /** Days of the years 1982 to 2119: a number of another size in a column of dates is something else. */
    private static final Pattern SERIAL = Pattern.compile("[3-7]\\d{4}([.,]\\d+)?");
    /** A year or a day with something beside it. */
    private static final Pattern DATE_LIKE = Pattern.compile(
            ".*\\b(?:19|20)\\d\\d(?!\\d).*|\\d{1,2}\\D{1,5}\\d{1,2}\\D{1,5}\\d{2,4}.*|\\d{1,2}\\W{1,3}\\p{L}+\\W+\\d{2,4}.*");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** The few that speak for the other order are slips, not a second way of writing. */
    private static final double SLIPS = 0.05;

    private long given;
    private long yearFirst;
    private long dayFirst;
    private long monthFirst;
    private long onlyDayFirst;
    private long onlyMonthFirst;
    private long millis;
    private long seconds;
    private long serials;
    private long zeros;
    private long unknown;
    private boolean worded;
    private long unknownWords;
    private String example = "";
    private String ambiguousExample = "";

    void add(String text) {
        if (text.isBlank()) {
            return;
        }
        String cell = text.strip();
        if (cell.equals("0")) {
            zeros++;
            return;
        }
        given++;
        if (isNumber(cell)) {
            return;
        }
        if (MomentFormat.YMD.reads(cell)) {
            yearFirst++;
            return;
        }
        worded |= isWorded(cell);
        boolean day = MomentFormat.DMY.reads(cell);
        boolean month = MomentFormat.MDY.reads(cell);
        dayFirst += day ? 1 : 0;
        monthFirst += month ? 1 : 0;
        onlyDayFirst += day && !month ? 1 : 0;
        onlyMonthFirst += month && !day ? 1 : 0;
        if (day && month && ambiguousExample.isEmpty()) {
            ambiguousExample = cell;
        }
        if (!day && !month) {
            notRead(cell);
        }
    }

    /** Three letters in a row are more than AM, PM or a T. */
    private static boolean isWorded(String cell) {
        int letters = 0;
        for (int i = 0; i < cell.length() && letters < 3; i++) {
            letters = Character.isLetter(cell.charAt(i)) ? letters + 1 : 0;
        }
        return letters == 3;
    }

    private boolean isNumber(String cell) {
        if (cell.charAt(0) < '0' || cell.charAt(0) > '9') {
            return false;
        }
        boolean ofMillis = MILLIS.matcher(cell).matches();
        boolean ofSeconds = SECONDS.matcher(cell).matches();
        boolean serial = SERIAL.matcher(cell).matches();
        millis += ofMillis ? 1 : 0;
        seconds += ofSeconds ? 1 : 0;
        serials += serial ? 1 : 0;
        return ofMillis || ofSeconds || serial;
    }

    private void notRead(String cell) {
        unknown++;
        boolean worded = DATE_LIKE.matcher(cell).matches() && WORD.matcher(cell).find();
        if (example.isEmpty() || worded && unknownWords == 0) {
            example = cell;
        }
        unknownWords += worded ? 1 : 0;
    }

    /** The format in which at least half are dates. */
    Optional<Guess> guess() {
        long most = Math.max(yearFirst, Math.max(dayFirst, monthFirst));
        if (given == 0) {
            return Optional.empty();
        }
        for (MomentFormat format : MomentFormat.values()) {
            long count = numbers(format);
            if (count > most && count * 2 > given) {
                return Optional.of(new Guess(format, false));
            }
        }
        if (most == 0 || most * 2 < given) {
            return Optional.empty();
        }
        return Optional.of(
                yearFirst == most
                        ? new Guess(MomentFormat.YMD, false)
                        : new Guess(
                                onlyMonthFirst > onlyDayFirst ? MomentFormat.MDY : MomentFormat.DMY, isAmbiguous()));
    }

    private long numbers(MomentFormat format) {
        return switch (format) {
            case EPOCH_MILLIS -> millis;
            case EPOCH_SECONDS -> seconds;
            case EXCEL_SERIAL -> serials;
            default -> 0;
        };
    }

    private boolean isAmbiguous() {
        long fewer = Math.min(onlyDayFirst, onlyMonthFirst);
        long more = Math.max(onlyDayFirst, onlyMonthFirst);
        return more == 0 || fewer > SLIPS * (fewer + more);
    }

    /** Whether more cells may tell more: the order is open, some are not read, or months are named and others may fail. */
    boolean isUndecided() {
        return unknown > 0
                || worded
                || guess().filter(guess -> !guess.ambiguous()).isEmpty();
    }

    /** A date that can be read both ways, empty when there is none. */
    String ambiguousExample() {
        return ambiguousExample;
    }

    /** How many are no date in any format. */
    long unknown() {
        return unknown;
    }

    /** Of those, how many look like one with a word in it that is not known. */
    long unknownWords() {
        return unknownWords;
    }

    /** Whether the number 0 stands where dates are numbers: the start of the counting, or nothing. */
    boolean hasZeros() {
        return zeros > 0;
    }

    long given() {
        return given;
    }

    /** One that is no date, rather one with a word in it; empty when there is none. */
    String example() {
        return example;
    }

    /** Whether the text has the look of a date, read or not. */
    static boolean looksLikeDate(String text) {
        return DATE_LIKE.matcher(DateTokens.plain(text)).matches();
    }
}
