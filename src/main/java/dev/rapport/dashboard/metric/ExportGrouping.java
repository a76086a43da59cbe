package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.Grouping;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.SliceFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses from {@code by=} how an export is broken down. It takes {@code total} (or nothing), {@code bucket}, {@code
 * channel}, {@code segment:plan}, {@code part:issue-type}, joined by commas or plus signs.
 */
record ExportGrouping(Grouping grouping) {
    private static final String SEGMENT = "segment:";
    private static final String PART = "part:";

    static ExportGrouping of(List<String> given, SliceChoices choices) {
        boolean bucket = false;
        boolean channel = false;
        Optional<String> group = Optional.empty();
        Optional<Dimension> apart = Optional.empty();
        for (String value : given) {
            // A plus sign in an address arrives as a space.
            for (String part : value.split("[,+ ]", -1)) {
                if (part.equals("bucket")) {
                    bucket = true;
                } else if (part.equals("channel")) {
                    channel = true;
                } else if (part.startsWith(SEGMENT) && group.isEmpty() && knows(choices, part)) {
                    group = Optional.of(part.substring(SEGMENT.length()));
                } else if (part.startsWith(PART)
                        && apart.isEmpty()
                        && known(part).isPresent()) {
                    apart = known(part);
                } else if (!part.equals("total") && !part.isEmpty()) {
                    throw new BadSliceException("by", SliceFault.NOT_A_BREAKDOWN);
                }
            }
        }
        return new ExportGrouping(new Grouping(bucket, channel, group, apart));
    }

    private static boolean knows(SliceChoices choices, String part) {
        return choices.groups().stream().anyMatch(group -> part.equals(SEGMENT + group.key()));
    }

    private static Optional<Dimension> known(String part) {
        return Dimension.of(part.substring(PART.length()));
    }

    /** As in the query string; empty for the total. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (grouping.byBucket()) {
            parts.add("bucket");
        }
        if (grouping.byChannel()) {
            parts.add("channel");
        }
        grouping.segmentGroup().ifPresent(group -> parts.add(SEGMENT + group));
        grouping.part().ifPresent(dimension -> parts.add(PART + dimension.key()));
        return parts;
    }

    /** For the name of the file. */
    Optional<String> words() {
        List<String> parts = parts();
        return parts.isEmpty() ? Optional.empty() : Optional.of("by-" + String.join("-", parts));
    }
}
