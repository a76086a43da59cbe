package dev.rapport.slice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Holds a range of whole reporting days, half-open: {@code from} is in it, {@code to} is not. Never empty. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("empty period: " + from + " to " + to);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    public LocalDate lastDay() {
        return to.minusDays(1);
    }
}
