package dev.rapport.dashboard.board;

import dev.rapport.query.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds what was asked of support in one hour of the week, and what was answered in it.
 *
 * @param weekday 1 is Monday; 0 all days of the week together
 * @param hour of the reporting zone's clocks
 */
record HourBalance(int weekday, int hour, long created, long answered, long resolved) {
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    /** Of each hour of the week, Monday's first. @param created and the other answers by weekday and hour */
    static List<HourBalance> ofWeek(Answer created, Answer answered, Answer resolved) {
        Map<String, Long> asked = counts(created);
        Map<String, Long> replied = counts(answered);
        Map<String, Long> solved = counts(resolved);
        List<HourBalance> week = new ArrayList<>();
        for (int day = 1; day <= DAYS; day++) {
            for (int hour = 0; hour < HOURS; hour++) {
                String key = "%d-%02d".formatted(day, hour);
                week.add(new HourBalance(
                        day,
                        hour,
                        asked.getOrDefault(key, 0L),
                        replied.getOrDefault(key, 0L),
                        solved.getOrDefault(key, 0L)));
            }
        }
        return week;
    }

    /** All days together. */
    static List<HourBalance> ofDay(List<HourBalance> week) {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> week.stream()
                        .filter(each -> each.hour == hour)
                        .reduce(new HourBalance(0, hour, 0, 0, 0), HourBalance::plus))
                .toList();
    }

    private HourBalance plus(HourBalance more) {
        return new HourBalance(
                weekday, hour, created + more.created, answered + more.answered, resolved + more.resolved);
    }

    /** How much more was asked than answered; less than nothing where replies caught up. */
    long missing() {
        return created - answered;
    }

    private static Map<String, Long> counts(Answer answer) {
        Map<String, Long> counts = new HashMap<>();
        answer.rows()
                .forEach(row -> row.key()
                        .part()
                        .ifPresent(part -> counts.put(
                                part,
                                row.figure().value().map(BigDecimal::longValue).orElse(0L))));
        return counts;
    }
}
