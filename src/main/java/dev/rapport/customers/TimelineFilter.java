package dev.rapport.customers;

import dev.rapport.fact.TimelineLine;
import java.util.Optional;

/**
 * Narrows the entries of a customer's timeline.
 *
 * @param kind only these; empty for all
 * @param before where the page before ended
 */
public record TimelineFilter(Optional<TimelineLine> kind, Optional<Before> before, int limit) {
    /** The same, from where a page ended. */
    public TimelineFilter after(Before end) {
        return new TimelineFilter(kind, Optional.of(end), limit);
    }

    /** The kind of that name, if there is one. */
    public static Optional<TimelineLine> kind(String key) {
        return Timeline.KINDS.stream().filter(kind -> kind.kind().equals(key)).findFirst();
    }

    /** The last entry shown: its moment in microseconds of the epoch and its number within the moment. */
    public record Before(long micros, long number) {
        public String text() {
            return micros + "~" + number;
        }

        /** Empty when it is none. */
        public static Optional<Before> of(String text) {
            String[] parts = text.split("~", -1);
            return parts.length == 2 && parts[0].matches("-?[0-9]{1,18}") && parts[1].matches("[0-9]{1,18}")
                    ? Optional.of(new Before(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        }
    }
}
