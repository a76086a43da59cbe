package dev.rapport.revenue;

import dev.rapport.cube.read.Grouping;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.web.NameKey;
import java.util.Optional;

/**
 * Says by what customers are told apart beside channel and segment.
 *
 * @param age the one that is looked at
 * @param reason the one that is looked at; empty text: those who left without any
 */
record StockParts(Optional<String> age, boolean byAge, Optional<String> reason, boolean byReason) {
    static final StockParts NONE = new StockParts(Optional.empty(), false, Optional.empty(), false);

    /** Only of a metric that knows them. */
    static StockParts of(Metric metric, Slice slice, Grouping grouping) {
        if (!metric.definition().parts().contains(Dimension.REASON)) {
            return NONE;
        }
        return new StockParts(
                slice.option(Dimension.RELATION_AGE.option()),
                grouping.part().equals(Optional.of(Dimension.RELATION_AGE)),
                slice.option(Dimension.REASON.option()),
                grouping.part().equals(Optional.of(Dimension.REASON)));
    }

    boolean askAges() {
        return byAge || age.isPresent();
    }

    boolean askReasons() {
        return byReason || reason.isPresent();
    }

    /** In whichever spelling it is asked for. */
    boolean fitsReason(String other) {
        return reason.isEmpty() || NameKey.loose(reason.get()).equals(NameKey.loose(other));
    }

    boolean fits(RelationAge other) {
        return age.isEmpty() || age.get().equals(other.key());
    }
}
