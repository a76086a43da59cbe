package dev.rapport.customers;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.metric.HealthPart;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Grain;
import dev.rapport.slice.Period;
import dev.rapport.slice.SegmentFilter;
import dev.rapport.slice.Slice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/**
 * Follows day by day who was active: at each moment it knows everybody's last active day, active days among the last
 * 30, and last order day. The last is the last day with an order. Read from the daily sets of people.
 */
final class ActivityHistory {
    static final int NEVER = Integer.MIN_VALUE;

    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final Map<DimensionKey, RoaringBitmap> visits;
    private final Map<DimensionKey, RoaringBitmap> orders;
    private final int[] lastActive;
    private final int[] activeDays;
    private final int[] lastOrder;
    private LocalDate next;
    private int anybody = NEVER;

    private ActivityHistory(
            Map<DimensionKey, RoaringBitmap> visits,
            Map<DimensionKey, RoaringBitmap> orders,
            LocalDate from,
            int people) {
        this.visits = visits;
        this.orders = orders;
        this.next = from;
        lastActive = new int[people];
        activeDays = new int[people];
        lastOrder = new int[people];
        Arrays.fill(lastActive, NEVER);
        Arrays.fill(lastOrder, NEVER);
    }

    /** @param lookBack days before the first moment that matter, at least 90 */
    static ActivityHistory read(
            ReadTransaction readTransaction, ZoneId zone, LocalDate first, LocalDate last, int lookBack, int people) {
        Period period = new Period(first.minusDays(lookBack), last.plusDays(1));
        Slice days = new Slice(
                new TreeSet<>(),
                SegmentFilter.EVERYBODY,
                period,
                Optional.empty(),
                Comparison.NONE,
                Grain.DAY,
                zone,
                DayOfWeek.MONDAY,
                new TreeMap<>());
        return new ActivityHistory(
                readTransaction.people(Measure.SESSIONS, days, period, Grouping.TREND),
                readTransaction.people(Measure.ORDERS, days, period, Grouping.TREND),
                period.from(),
                people);
    }

    /** Goes on to the end of this day; never back. */
    void goTo(LocalDate day) {
        for (; !next.isAfter(day); next = next.plusDays(1)) {
            int number = (int) next.toEpochDay();
            RoaringBitmap bought = orders.getOrDefault(key(next), NOBODY);
            bought.forEach((int person) -> {
                if (person < lastOrder.length) {
                    lastOrder[person] = number;
                }
            });
            RoaringBitmap active = active(next);
            if (!active.isEmpty()) {
                anybody = number;
            }
            active.forEach((int person) -> {
                if (person < lastActive.length) {
                    lastActive[person] = number;
                    activeDays[person]++;
                }
            });
            active(next.minusDays(HealthPart.WINDOW_DAYS)).forEach((int person) -> {
                if (person < activeDays.length) {
                    activeDays[person]--;
                }
            });
        }
    }

    private RoaringBitmap active(LocalDate day) {
        RoaringBitmap came = visits.getOrDefault(key(day), NOBODY);
        RoaringBitmap bought = orders.getOrDefault(key(day), NOBODY);
        return bought.isEmpty() ? came : RoaringBitmap.or(came, bought);
    }

    private static DimensionKey key(LocalDate day) {
        return new DimensionKey(Optional.of(day.atStartOfDay()), Optional.empty(), Optional.empty());
    }

    /** Whether anybody at all was active in the 90 days up to the day gone to. */
    boolean isRecorded(LocalDate day) {
        return anybody != NEVER && day.toEpochDay() - anybody < HealthPart.RECENCY_DAYS;
    }

    int daysSinceActive(int person, LocalDate day) {
        return daysSince(lastActive[person], day, HealthPart.RECENCY_DAYS);
    }

    int activeDays(int person) {
        return activeDays[person];
    }

    int daysSinceOrder(int person, LocalDate day, int window) {
        return daysSince(lastOrder[person], day, window);
    }

    private static int daysSince(int then, LocalDate day, int most) {
        return then == NEVER ? most : (int) Math.min(most, day.toEpochDay() - then);
    }
}
