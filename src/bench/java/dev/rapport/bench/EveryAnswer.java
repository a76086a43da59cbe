package dev.rapport.bench;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds what one question took.
 *
 * @param status of the answer; one that took longer than a page may is 504
 * @param first milliseconds of the first answer after a start
 * @param again milliseconds of the second
 * @param reads rows that PostgreSQL looked at for the first, by table
 */
record EveryAnswer(EveryQuestion question, int status, double first, double again, Map<String, Long> reads) {
    private static final int TOLD = 3;

    boolean isAnswered() {
        return status == 200;
    }

    long rows() {
        return reads.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whence it came: the tables of which most was read. */
    String way() {
        return reads.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(TOLD)
                .map(table -> table.getKey() + " " + "%,d".formatted(table.getValue()))
                .collect(Collectors.joining(", "));
    }
}
