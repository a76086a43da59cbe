package dev.rapport.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the fields of one row on its way to being stored, as its {@link FactType} sees and completes them. */
public interface FactRow {
    @Nullable
    String get(String field);

    void set(String field, @Nullable String value);

    Optional<BigDecimal> number(String field);

    Optional<Instant> moment(String field);

    /** Whether a date came without a time of day. */
    boolean isDay(String field);

    /** The reporting zone. */
    ZoneId zone();

    void reject(String field, @Nullable String value, RejectReason reason);

    /** Says that something of the row is not taken as it stands; the row stays. */
    void note(String field, @Nullable String value, RejectReason reason);

    default void fillWithZero(String... counts) {
        for (String count : counts) {
            if (get(count) == null) {
                set(count, "0");
            }
        }
    }

    /**
     * Tells and notes an end before its start, which is unknown; one that is given as a day, the day of the start, is no earlier
     * than it.
     */
    default boolean endsBefore(String later, String earlier) {
        Optional<Instant> end = moment(later);
        Optional<Instant> start = moment(earlier);
        if (end.isEmpty() || start.isEmpty() || !end.get().isBefore(start.get())) {
            return false;
        }
        if (isDay(later) && LocalDate.ofInstant(end.get(), zone()).equals(LocalDate.ofInstant(start.get(), zone()))) {
            set(later, get(earlier));
            return false;
        }
        note(later, get(later), RejectReason.ENDS_BEFORE_START);
        return true;
    }
}
