package dev.rapport.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which entries of a customer's timeline.
 *
 * @param kind only these; empty for all
 * @param before where the page before ended
 */
public record TimelineFilter(Optional<Kind> kind, Optional<Before> before, int limit) {
    public enum Kind {
        VISIT,
        ORDER,
        TICKET,
        ANSWER,
        MENTION,
        SUBSCRIPTION;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String key) {
            return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
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
