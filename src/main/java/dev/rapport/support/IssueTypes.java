package dev.rapport.support;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.web.NameKey;
import java.util.Optional;

/**
 * Tells whether a query asks what tickets are about: it may be broken down by issue type, or narrowed to one.
 *
 * @param apart whether the answer has a figure for each
 * @param only the one that is asked for
 */
record IssueTypes(boolean apart, Optional<String> only) {
    static IssueTypes of(Slice slice, Grouping grouping) {
        return new IssueTypes(grouping.part().isPresent(), slice.option(Dimension.ISSUE_TYPE.option()));
    }

    boolean asks(String issueType) {
        return only.isEmpty() || NameKey.of(only.get()).equals(NameKey.of(issueType));
    }

    /** Under which part tickets of the type are counted; the same for all when they are not told apart. */
    Optional<String> part(String issueType) {
        return apart ? Optional.of(issueType) : Optional.empty();
    }

    /** The question without them. */
    static Grouping without(Grouping grouping) {
        return new Grouping(grouping.byBucket(), grouping.byChannel(), grouping.segmentGroup());
    }

    static DimensionKey key(DimensionKey place, Optional<String> part) {
        return new DimensionKey(place.bucket(), place.channel(), place.segmentValue(), part);
    }
}
