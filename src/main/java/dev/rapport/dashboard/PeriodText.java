package dev.rapport.dashboard;

import dev.rapport.slice.Bucket;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.Preset;
import dev.rapport.words.Audience;
import dev.rapport.words.DateFormats;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Names periods, buckets, grains and comparisons for people. */
public record PeriodText(Audience audience, DateFormats dates, PeriodMessages words) {
    public PeriodText(Audience audience) {
        this(audience, audience.dates(), audience.words(PeriodMessages.class));
    }

    String period(Period period) {
        return dates.period(period.from(), period.lastDay());
    }

    public String comparedWith(Period before) {
        return words.comparedWith(period(before));
    }

    public String bucket(LocalDateTime start, Grain grain) {
        LocalDate day = start.toLocalDate();
        return switch (grain) {
            case HOUR -> dates.shortDay(day) + ", " + dates.time(start.toLocalTime());
            case DAY, WEEK -> dates.shortDay(day);
            case MONTH -> dates.month(day);
            case QUARTER -> words.quarterOf((day.getMonthValue() + 2) / 3, day.getYear());
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    public String bucket(Bucket bucket, Grain grain) {
        return bucket(bucket.start(), grain);
    }

    String preset(Preset preset) {
        return switch (preset) {
            case TODAY -> words.today();
            case YESTERDAY -> words.yesterday();
            case LAST_7_DAYS -> words.last7Days();
            case LAST_30_DAYS -> words.last30Days();
            case LAST_90_DAYS -> words.last90Days();
            case LAST_12_MONTHS -> words.last12Months();
            case THIS_WEEK -> words.thisWeek();
            case LAST_WEEK -> words.lastWeek();
            case THIS_MONTH -> words.thisMonth();
            case LAST_MONTH -> words.lastMonth();
            case THIS_QUARTER -> words.thisQuarter();
            case LAST_QUARTER -> words.lastQuarter();
            case THIS_YEAR -> words.thisYear();
            case LAST_YEAR -> words.lastYear();
            case ALL -> words.allTime();
        };
    }

    String grain(Grain grain) {
        return switch (grain) {
            case HOUR -> words.hour();
            case DAY -> words.day();
            case WEEK -> words.week();
            case MONTH -> words.month();
            case QUARTER -> words.quarter();
            case YEAR -> words.year();
        };
    }

    String comparison(Comparison comparison) {
        return switch (comparison) {
            case NONE -> words.compareNone();
            case PREVIOUS -> words.comparePrevious();
            case LAST_YEAR -> words.compareLastYear();
        };
    }
}
