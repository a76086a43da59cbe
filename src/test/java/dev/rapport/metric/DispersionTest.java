package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DispersionTest {
    @Test
    void isTheMeanSquareOfStepsByWhatTheyRestOn() {
        // Steps of 60 between 100 and 160: 3600 / 260 each.
        assertThat(of(Aggregation.SUM, 100, 160, 100, 160, 100, 160, 100, 160).factor())
                .isEqualTo(3600 / 260.0, within(1e-9));
        // Levels that wander by 10 up and down around a growth of 1: the growth is no doubt.
        assertThat(of(Aggregation.LAST, 100, 111, 102, 113, 104, 115, 106, 117, 108)
                        .factor())
                .isEqualTo(8 * 100 / 7.0, within(1e-9));
    }

    @Test
    void countsVaryAsPoissonAtLeast() {
        Dispersion even = of(Aggregation.SUM, 50, 50, 50, 50, 50, 50, 50, 50);
        assertThat(even.factor()).isEqualTo(1);
        assertThat(even.freedom()).isEqualTo(4.2, within(1e-9));
        assertThat(of(Aggregation.LAST, 50, 50, 50, 50, 50, 50, 50, 50).factor())
                .isZero();
    }

    @Test
    void historyBeginsWithTheFirstWeekThatHasAnything() {
        assertThat(Dispersion.of(Aggregation.SUM, true, counts(0, 0, 0, 5, 6, 5, 6, 5, 6, 5), 7))
                .as("seven weeks")
                .isEmpty();
        assertThat(of(Aggregation.SUM, 0, 0, 1, 5, 6, 5, 6, 5, 6, 5, 6).weeks())
                .as("the first of nine may have begun within the week")
                .isEqualTo(8);
    }

    @Test
    void oneStoryDoesNotHideTheNext() {
        List<Figure> weeks = counts(100, 110, 100, 110, 100, 110, 1000, 110, 100, 110, 100, 110, 100);
        assertThat(Dispersion.of(Aggregation.SUM, true, weeks, 7).orElseThrow().factor())
                .as("two of twelve steps, each as sixteen of the usual 100 / 210 x 1.48²; without a cap it were 120")
                .isLessThan(4);
    }

    @Test
    void longPeriodsAreJudgedInBlocksWhereThereAreEight() {
        List<Figure> year = new ArrayList<>();
        for (int week = 0; week < 52; week++) {
            year.add(Figures.count(week % 8 < 4 ? 100 : 120));
        }
        Dispersion month = Dispersion.of(Aggregation.SUM, true, year, 30).orElseThrow();
        assertThat(month.blockWeeks()).isEqualTo(4);
        assertThat(month.factor()).isEqualTo(80 * 80 / 880.0, within(1e-9));
        assertThat(Dispersion.of(Aggregation.SUM, true, year, 90).orElseThrow().blockWeeks())
                .isEqualTo(1);
    }

    @Test
    void aMondayIsComparedWithASundayByWhatTheyUsuallyAre() {
        Weekdays weekdays = weekdays(Aggregation.SUM, 30, 10);
        var sunday = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
        var monday = new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        ComparedFigure compared = weekdays.compared(monday, sunday);
        assertThat(compared.ratio()).isEqualTo(3, within(1e-9));

        Optional<Dispersion> poisson = Optional.of(of(Aggregation.SUM, 190, 190, 190, 190, 190, 190, 190, 190));
        assertThat(verdict(31, 10, poisson, compared)).as("as ever").isEqualTo(Change.Verdict.NO_CLEAR_CHANGE);
        assertThat(verdict(200, 10, poisson, compared)).isEqualTo(Change.Verdict.BETTER);
        assertThat(verdict(11, 10, poisson, compared))
                .as("more than on Sunday, far less than on a Monday: neither is said")
                .isEqualTo(Change.Verdict.NO_CLEAR_CHANGE);
    }

    @Test
    void aShorterMonthIsNoWorseForBeingShort() {
        Weekdays weekdays = weekdays(Aggregation.SUM, 10, 10);
        ComparedFigure compared = weekdays.compared(
                new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)),
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
        assertThat(compared.ratio()).isEqualTo(28 / 31.0, within(1e-9));
        Optional<Dispersion> poisson = Optional.of(of(Aggregation.SUM, 70, 70, 70, 70, 70, 70, 70, 70));
        assertThat(verdict(28_000, 31_000, poisson, compared)).isEqualTo(Change.Verdict.NO_CLEAR_CHANGE);
    }

    @Test
    void picksByBenjaminiAndHochberg() {
        // Their own example (1995, section 3.2): of 15 p-values four are picked, Bonferroni's three and one more.
        List<Change> changes = new ArrayList<>();
        for (double p : new double[] {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        }) {
            changes.add(new Change(1, Optional.empty(), Change.Verdict.BETTER, Optional.of(p), Optional.empty()));
        }
        FalseDiscovery found = FalseDiscovery.among(changes);
        assertThat(found.compared()).isEqualTo(15);
        assertThat(found.picked()).isEqualTo(4);
        assertThat(changes.stream().filter(found::picks)).hasSize(4);
        assertThat(FalseDiscovery.among(List.of()).picked()).isZero();
    }

    private static Change.Verdict verdict(
            long now, long before, Optional<Dispersion> dispersion, ComparedFigure compared) {
        return Change.between(
                        Definition.Unit.COUNT,
                        Definition.Better.UP,
                        Figures.count(now),
                        Figures.count(before),
                        dispersion,
                        compared)
                .orElseThrow()
                .verdict();
    }

    /** Mondays to Saturdays as one, Sundays as the other. */
    private static Weekdays weekdays(Aggregation aggregation, long workdays, long sundays) {
        TreeMap<LocalDate, Figure> days = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2026, 1, 5); day.isBefore(LocalDate.of(2026, 3, 2)); day = day.plusDays(1)) {
            days.put(day, Figures.count(day.getDayOfWeek().getValue() == 7 ? sundays : workdays));
        }
        return Weekdays.of(aggregation, days);
    }

    private static Dispersion of(Aggregation aggregation, long... weeks) {
        return Dispersion.of(aggregation, true, counts(weeks), 7).orElseThrow();
    }

    private static List<Figure> counts(long... weeks) {
        return LongStream.of(weeks).mapToObj(Figures::count).toList();
    }
}
