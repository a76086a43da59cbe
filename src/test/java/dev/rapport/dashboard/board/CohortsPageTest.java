package dev.rapport.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.Asked;
import dev.rapport.dashboard.EnglishWords;
import dev.rapport.dashboard.FigureText;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PeriodText;
import dev.rapport.metric.Cohorts;
import dev.rapport.metric.Cohorts.Cell;
import dev.rapport.metric.Cohorts.Cohort;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Slice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CohortsPageTest {
    private static final FigureText TEXT = new FigureText(EnglishWords.AUDIENCE);
    private static final PeriodText PERIODS = new PeriodText(EnglishWords.AUDIENCE);

    private final Cohorts cohorts = new Cohorts(
            Grain.MONTH,
            "visit",
            List.of(
                    cohort("2026-01-01", 200, new Cell(200, false), new Cell(50, false), new Cell(20, true)),
                    cohort("2026-02-01", 100, new Cell(100, false), new Cell(40, true)),
                    cohort("2026-03-01", 0)));

    @Test
    void showsAShareForEveryMonthAfterAndLeavesEmptyCohortsOut() {
        List<CohortsPage.Row> rows = CohortsPage.rows(cohorts, TEXT, PERIODS);
        assertThat(rows).extracting(CohortsPage.Row::label).containsExactly("Jan 2026", "Feb 2026");
        assertThat(rows.get(0).cells()).extracting(CohortsPage.Cell::value).containsExactly("100.0%", "25.0%", "10.0%");
        assertThat(rows.get(0).cells().get(2).unfinished()).isTrue();
        assertThat(rows.get(0).cells().get(2).title()).isEqualTo("20 / 200, unfinished");
    }

    @Test
    void shadesByWhoCameAgainAndNotByTheFirstMonth() {
        List<CohortsPage.Row> rows = CohortsPage.rows(cohorts, TEXT, PERIODS);
        assertThat(rows.get(0).cells()).extracting(CohortsPage.Cell::heat).containsExactly(0, 6, 3);
        assertThat(rows.get(1).cells()).extracting(CohortsPage.Cell::heat).containsExactly(0, 10);
    }

    @Test
    void weighsTheMeanByPeopleAndLooksAtFinishedMonthsOnly() {
        List<CohortsPage.Cell> mean = CohortsPage.mean(cohorts, TEXT);
        assertThat(mean).extracting(CohortsPage.Cell::value).containsExactly("100.0%", "25.0%", "no data");
        assertThat(CohortsPage.columns(cohorts)).containsExactly(0, 1, 2);
    }

    @Test
    void saysThePeriodOfItsCohortsWhereThatIsWiderThanAskedFor() {
        SliceChoices choices = new SliceChoices(
                ZoneId.of("Europe/Berlin"),
                DayOfWeek.MONDAY,
                LocalDate.parse("2026-11-21"),
                "EUR",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        Slice asked = Asked.slice("period=last-30-days");
        PageContext context = new PageContext(asked, choices, TEXT);
        Slice wider = CohortsPage.ofEnough(asked, choices.context());
        assertThat(CohortsPage.of(cohorts, context.with(wider)).period()).isEqualTo("Aug 24 – Nov 21, 2026");
    }

    private static Cohort cohort(String start, long size, Cell... cells) {
        return new Cohort(LocalDate.parse(start), start, size, List.of(cells));
    }
}
