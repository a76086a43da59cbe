package dev.rapport.cube.read;

import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Splits a period into the whole calendar months in its middle and the days left at its edges. */
final class MonthSplit {
    private MonthSplit() {}

    static Optional<Period> within(Period period) {
        LocalDate from = period.from().getDayOfMonth() == 1
                ? period.from()
                : period.from().withDayOfMonth(1).plusMonths(1);
        LocalDate to = period.to().withDayOfMonth(1);
        return from.isBefore(to) ? Optional.of(new Period(from, to)) : Optional.empty();
    }

    static List<Period> edges(Period period, Period months) {
        Stream<Period> before = period.from().isBefore(months.from())
                ? Stream.of(new Period(period.from(), months.from()))
                : Stream.empty();
        Stream<Period> after =
                months.to().isBefore(period.to()) ? Stream.of(new Period(months.to(), period.to())) : Stream.empty();
        return Stream.concat(before, after).toList();
    }
}
