package dev.rapport.dashboard.metric;

import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.query.Movements;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Slice;
import java.util.Optional;

/**
 * Holds why a figure moved, as it is shown.
 *
 * @param compareUrl where a comparison is chosen; empty when there is one
 * @param movement empty when there is nothing to split
 */
public record MovementPage(
        String key,
        String metricUrl,
        String period,
        String groupName,
        String compareUrl,
        String csvUrl,
        Optional<MovementView> movement) {
    /** @param group the segments it was split by */
    static MovementPage of(Movements.Explained explained, String group, PageContext context) {
        Slice slice = context.slice();
        String key = explained.total().metric().key();
        PageLinks links = context.withGroup(new PageLinks("/metrics/" + key, slice), "group", group);
        return new MovementPage(
                key,
                links.url(),
                context.period(),
                context.choices().groupName(group),
                slice.comparedPeriod().isPresent()
                        ? ""
                        : links.with(slice.withComparison(Comparison.PREVIOUS)).url(),
                links.under("/metrics/" + key + "/movement.csv", "group", group),
                explained.movement().map(movement -> MovementView.of(explained.total(), movement, group, context)));
    }
}
