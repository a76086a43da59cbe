package dev.rapport.metric;

import dev.rapport.slice.Dimension;

/**
 * Defines the metrics that count what people did with posts, by the moment the post appeared: liked, shared, commented on,
 * saved, clicked.
 *
 * <p>Unit: count. Null behaviour: none is 0. A post has no person. Source: [N18]; of shares [Q10], too.
 */
final class PostReactions extends SumMetric {
    PostReactions(String key, Measure counted, String... sources) {
        super(
                Define.metric(key, Definition.Topic.SOCIAL, Definition.Unit.COUNT, Definition.Better.UP)
                        .additive()
                        .parts(Dimension.NETWORK)
                        .withoutPeople()
                        .sources(sources)
                        .rows(RowSet.of("post"))
                        .done(),
                counted);
    }
}
