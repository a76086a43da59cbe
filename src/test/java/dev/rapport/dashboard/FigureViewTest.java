package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.metric.Aggregation;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Change;
import dev.rapport.metric.ComparedFigure;
import dev.rapport.metric.ConfidenceInterval;
import dev.rapport.metric.Definition;
import dev.rapport.metric.Dispersion;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureViewTest {
    /** A year of weeks that vary as Poisson. */
    private static final Optional<Dispersion> STEADY = Optional.of(new Dispersion(Aggregation.SUM, 52, 1, 1, 34));

    private static final FigureText TEXT = new FigureText(EnglishWords.AUDIENCE);

    @Test
    void saysTheValueItsChangeItsBandAndHowSureItIs() {
        FigureView view = view("csat", percent("80", 400, 1000, 77.4, 82.4), percent("70", 350, 500, 65.8, 73.9));
        assertThat(view.value()).isEqualTo("80.0%");
        assertThat(view.title()).isEqualTo("n = 1,000 · 95% interval 77.4% to 82.4%");
        assertThat(view.change().orElseThrow())
                .isEqualTo(new FigureView.ChangeView("better", "up", "+10.0 pts", "better", "was 70.0%"));
        assertThat(view.band().orElseThrow().label()).isEqualTo("good");
        assertThat(view.band().orElseThrow().title())
                .isEqualTo("Benchmark: poor below 75%, good 75% to 85%, very good above 85% · "
                        + "Nextiva, 18 customer engagement metrics");
    }

    @Test
    void aBenchmarkSaysOnWhichSideItsEdgesAre() {
        assertThat(TEXT.benchmarks(definition("nps"), definition("nps").benchmark()))
                .startsWith("poor up to 0, good 0 to +20, great +20 to +50, excellent above +50 · ");
        assertThat(TEXT.benchmarks(
                        definition("time_on_page"), definition("time_on_page").benchmark()))
                .startsWith("poor below 52 s, good from 52 s · ");
    }

    @Test
    void whatAnotherSourceSaysStandsBeside() {
        assertThat(TEXT.benchmarks(
                        definition("churn_rate"), definition("churn_rate").benchmark()))
                .isEqualTo("healthy 2% to 8%, poor above 8%, for 30 days · Nextiva, 18 customer engagement metrics;"
                        + " software by subscription: healthy 3% to 8%, poor above 8%, for 30 days · QuestionPro, 10"
                        + " customer engagement metrics");
    }

    @Test
    void doesNotMakeMuchOfAChangeThatMayBeChance() {
        FigureView view = view("csat", percent("80", 40, 50, 67, 88.8), percent("70", 35, 50, 56.2, 80.9));
        assertThat(view.change().orElseThrow().tone()).isEqualTo("unclear");
        assertThat(view.change().orElseThrow().text()).isEqualTo("no clear change");
        assertThat(view.change().orElseThrow().title()).isEqualTo("+10.0 pts, was 70.0%");
    }

    @Test
    void tellsUnchangedFromNoClearChangeAndFromTooLittleHistory() {
        Figure now = Figure.of(new BigDecimal("1010"), 1010);
        assertThat(view("page_views", now, now).change().orElseThrow())
                .isEqualTo(new FigureView.ChangeView("unclear", "", "unchanged", "", "was 1,010"));
        Figure before = Figure.of(new BigDecimal("1000"), 1000);
        assertThat(view("page_views", now, before, STEADY).change().orElseThrow())
                .isEqualTo(new FigureView.ChangeView("unclear", "", "no clear change", "", "+1.0%, was 1,000"));
        assertThat(view("page_views", now, before).change().orElseThrow())
                .isEqualTo(new FigureView.ChangeView(
                        "unclear", "", "too little history to judge", "", "+1.0%, was 1,000"));
    }

    /** Never another verdict than in the file. */
    @Test
    void saysWhatIsClearAlsoWhereNumbersReadAlike() {
        FigureView view =
                view("scroll_depth", percent("53.54", 1, 9000, 53.5, 53.55), percent("53.56", 1, 9000, 53.555, 53.6));
        assertThat(view.change().orElseThrow())
                .isEqualTo(new FigureView.ChangeView("worse", "down", "by less than is shown", "worse", "was 53.6%"));
    }

    @Test
    void marksNothingInATableThatDoesNotStandOut() {
        FigureView view = view("csat", percent("80", 800, 1000, 77.4, 82.4), percent("70", 700, 1000, 67.1, 72.8));
        assertThat(view.notPicked(EnglishWords.of(FigureMessages.class))
                        .change()
                        .orElseThrow())
                .isEqualTo(new FigureView.ChangeView(
                        "unclear", "up", "+10.0 pts", "", "was 70.0% · of so many compared, this may be chance"));
    }

    @Test
    void mutesWhatRestsOnFew() {
        FigureView view = view("csat", percent("80", 8, 10, 49, 94.3), Figure.noData());
        assertThat(view.few()).isTrue();
        assertThat(view.title()).startsWith("few observations (n = 10)");
        assertThat(view.change()).isEmpty();
    }

    @Test
    void saysNoDataAndNeverZero() {
        FigureView view = view("csat", Figure.noData(), Figure.noData());
        assertThat(view.value()).isEqualTo("no data");
        assertThat(view.none()).isTrue();
    }

    @Test
    void saysInPercentHowCountsMoved() {
        Figure now = Figure.of(new BigDecimal("1300"), 1300);
        assertThat(view("page_views", now, Figure.of(new BigDecimal("1000"), 1000), STEADY)
                        .change()
                        .orElseThrow())
                .isEqualTo(new FigureView.ChangeView("better", "up", "+30%", "better", "was 1,000"));
        assertThat(view("page_views", now, Figure.of(BigDecimal.ZERO, 0), STEADY)
                        .change()
                        .orElseThrow()
                        .text())
                .isEqualTo("+1,300");
    }

    private static Figure percent(String value, long above, long below, double low, double high) {
        return new Figure(
                Optional.of(new BigDecimal(value)),
                BigDecimal.valueOf(above),
                BigDecimal.valueOf(below),
                below,
                Optional.of(new ConfidenceInterval(low, high)));
    }

    private static Definition definition(String key) {
        return Catalogue.find(key).orElseThrow().definition();
    }

    private static FigureView view(String key, Figure now, Figure before) {
        return view(key, now, before, Optional.empty());
    }

    private static FigureView view(String key, Figure now, Figure before, Optional<Dispersion> dispersion) {
        Definition definition = definition(key);
        Answer.Row row = new Answer.Row(
                DimensionKey.TOTAL,
                "",
                now,
                Optional.of(before),
                Change.between(
                        definition.unit(), definition.better(), now, before, dispersion, ComparedFigure.alike(7)),
                definition.benchmark().flatMap(benchmark -> benchmark.band(now)),
                false);
        return FigureView.of(definition, row, new FigureView.Against(definition.benchmark(), Optional.empty()), TEXT);
    }
}
