package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Defines the metric social engagement rate: (likes + shares + comments + saves + mentions) / impressions x 100 [N18].
 * Likes to saves and impressions are those of the slice's posts; what each weighs the settings say ({@link SocialWeights}),
 * and whether clicks count. With the option {@code per=followers} it is the mean of the posts: interactions a post /
 * {@link Followers} at the end of the period x 100 [V8]; posts of a quarter are never added up, and mentions are of no post.
 *
 * <p>Unit: per cent; somebody may like and share, so it is no share of observations and may be above 100. Null behaviour: no
 * data without impressions (followers, posts). n is what stands below the line. Example: a post with 500 + 200 + 50 of
 * 10,000 followers has 7.5 %, and so have two of them. Benchmark, by impressions only: 1 to 5 % [N18].
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

    private static final Metric INTERACTIONS = new Summed(
            Measure.LIKES, Measure.SHARES, Measure.COMMENTS, Measure.SAVES, Measure.POST_CLICKS, Measure.MENTIONS);
    private static final Metric WITH_POSTS =
            new Summed(Measure.LIKES, Measure.SHARES, Measure.COMMENTS, Measure.SAVES, Measure.POST_CLICKS);
    private static final Metric IMPRESSIONS = new Summed(Measure.POST_IMPRESSIONS);
    private static final Metric POSTS = new Summed(Measure.POSTS);

    /** So many of all these together, each by its weight. */
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
            BigDecimal sum = measures.stream()
                    .map(measure ->
                            inputs.sum(measure).multiply(items.socialWeights().of(measure)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Figure.of(sum, sum.longValue());
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
        List<String> notes = new ArrayList<>();
        if (byFollowers(slice)) {
            notes.addAll(List.of("mean_of_posts", "followers_at_end"));
        }
        if (!items.socialWeights().isPlain()) {
            notes.add("interactions_weighed");
        }
        return notes;
    }

    @Override
    public List<Operand> operands(Slice slice) {
        return byFollowers(slice)
                ? List.of(Operand.of(WITH_POSTS), Operand.of(new Followers()), Operand.of(POSTS))
                : List.of(Operand.of(INTERACTIONS), Operand.of(IMPRESSIONS));
    }

    @Override
    public Figure figure(Slice slice, List<Figure> figures) {
        Figure below = figures.get(1);
        BigDecimal interactions = figures.get(0).numerator();
        if (!byFollowers(slice)) {
            return Figures.percent(interactions, below.numerator(), below.n());
        }
        Optional<BigDecimal> each = Figures.ratio(interactions, figures.get(2).numerator(), below.n())
                .value();
        return each.map(mean -> Figures.percent(mean, below.numerator(), below.n()))
                .orElseGet(Figure::noData);
    }

    private static boolean byFollowers(Slice slice) {
        return slice.option(SliceOption.PER).isPresent();
    }
}
