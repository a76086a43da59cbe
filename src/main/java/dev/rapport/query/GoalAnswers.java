package dev.rapport.query;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.SliceOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the answers for one goal after the other side by side. Whoever reaches two goals counts for each. */
final class GoalAnswers {
    private GoalAnswers() {}

    static boolean isByGoal(MetricQuery metricQuery) {
        return metricQuery.grouping().part().equals(Optional.of(Dimension.GOAL));
    }

    /** The query for one goal after the other, or without any where there is none; any other query as it is. */
    static List<MetricQuery> each(MetricQuery metricQuery, Collection<String> goals) {
        if (!isByGoal(metricQuery)) {
            return List.of(metricQuery);
        }
        return goals.isEmpty()
                ? List.of(ofGoal(metricQuery, Optional.empty()))
                : goals.stream()
                        .map(goal -> ofGoal(metricQuery, Optional.of(goal)))
                        .toList();
    }

    /**
     * @param goals keys, in the order of the settings
     * @param one answers for a single goal
     */
    static Answer of(MetricQuery metricQuery, Collection<String> goals, Function<MetricQuery, Answer> one) {
        List<Answer> answers = each(metricQuery, goals).stream().map(one).toList();
        List<Answer.Row> rows = new ArrayList<>();
        for (Answer answer : answers) {
            answer.slice()
                    .option(SliceOption.GOAL)
                    .ifPresent(goal -> answer.rows().forEach(row -> rows.add(named(row, goal))));
        }
        Answer like = answers.get(0);
        return new Answer(
                like.metric(),
                metricQuery.slice(),
                metricQuery.grouping(),
                like.compared(),
                like.judged(),
                like.benchmark(),
                rows,
                like.freshAt(),
                like.restatedAt(),
                like.counting(),
                like.notes());
    }

    private static MetricQuery ofGoal(MetricQuery metricQuery, Optional<String> goal) {
        Grouping grouping = metricQuery.grouping();
        return new MetricQuery(
                metricQuery.metric(),
                metricQuery.slice().withOption(SliceOption.GOAL, goal),
                new Grouping(grouping.byBucket(), grouping.byChannel(), grouping.segmentGroup()));
    }

    private static Answer.Row named(Answer.Row row, String goal) {
        DimensionKey key = new DimensionKey(
                row.key().bucket(), row.key().channel(), row.key().segmentValue(), Optional.of(goal));
        return new Answer.Row(
                key,
                row.key().equals(DimensionKey.TOTAL) ? goal : row.label() + " · " + goal,
                row.figure(),
                row.before(),
                row.change(),
                row.band(),
                row.unfinished(),
                row.footing());
    }
}
