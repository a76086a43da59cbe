package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Defines the metric social engagement rate: (likes + shares + comments + saves + mentions) / impressions x 100 [N18].
 * Likes to saves and impressions are those of the slice's posts; with the option {@code per=followers} it is divided by
 * the {@link Followers} at the end of the period [V8].
 *
 * <p>Unit: per cent; somebody may like and share, so it is no share of observations and may be above 100. Null behaviour: no
 * data without impressions (followers). n is what stands below the line. Example: (500 + 200 + 50) of 10,000 followers is
 * 7.5 %. Benchmark, by impressions only: 1 to 5 % [N18].
 */
final class SocialEngagementRate implements ComposedMetric {
    private static final Definition DEFINITION = Define.metric(
                    "social_engagement_rate", Definition.Topic.SOCIAL, Definition.Unit.PERCENT, Definition.Better.UP)
            .options(SliceOption.PER)
            .parts(Dimension.NETWORK)
            .withoutPeople()
            .sources("N18", "V8")
            .rows(RowSet.of("post").and(RowSet.of("mention")))
            .done();

    private static final Benchmark BY_IMPRESSIONS =
            Benchmark.bands("N18", "poor", 1.0, "good", Benchmark.above(5.0), "above");

    private static final Metric INTERACTIONS =
            new Summed(Measure.LIKES, Measure.SHARES, Measure.COMMENTS, Measure.SAVES, Measure.MENTIONS);
    private static final Metric IMPRESSIONS = new Summed(Measure.POST_IMPRESSIONS);

    /** So many of all these together. */
    private record Summed(List<Measure> measures) implements CellMetric {
        Summed(Measure... measures) {
            this(List.of(measures));
        }

        @Override
        public Definition definition() {
            return DEFINITION;
        }

        @Override
        public Set<Input> inputs(Slice slice, SurveyItems items) {
            return Set.copyOf(measures.stream().map(Input::sum).toList());
        }

        @Override
        public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
            return Figures.count(measures.stream()
                    .map(inputs::sum)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .longValueExact());
        }
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Optional<Benchmark> benchmark(Slice slice, SurveyItems items) {
        return Stream.of(BY_IMPRESSIONS).filter(bands -> !byFollowers(slice)).findFirst();
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return byFollowers(slice) ? List.of("followers_at_end") : List.of();
    }

    @Override
    public List<Operand> operands(Slice slice) {
        return List.of(Operand.of(INTERACTIONS), Operand.of(byFollowers(slice) ? new Followers() : IMPRESSIONS));
    }

    @Override
    public Figure figure(Slice slice, List<Figure> figures) {
        Figure below = figures.get(1);
        return Figures.percent(figures.get(0).numerator(), below.numerator(), below.n());
    }

    private static boolean byFollowers(Slice slice) {
        return slice.option(SliceOption.PER).isPresent();
    }
}
