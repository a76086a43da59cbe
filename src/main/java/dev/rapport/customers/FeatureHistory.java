package dev.rapport.customers;

import dev.rapport.cube.read.MonthlyFacts;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.HealthPart;
import dev.rapport.slice.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Holds who used which feature on which day. That is who sent the event of one of the features of the settings, or,
 * where none is named, which tracked event. Kept by the month, as events are many.
 */
final class FeatureHistory {
    private static final long MEMORY = 64L << 20;
    private static final String SELECT = """
            select distinct """ + ReportingTime.day("event.at") + """
            - ?::date as day, event.name_id, visitor.person_id
            from event join visitor on visitor.id = event.visitor_id
            where event.kind = 3
              and (not exists (select from feature)
                   or event.name_id in (select name.id from event_name as name join feature on feature.event_name = name.name))
              and event.at >= ? and event.at < ?
            """;

    private final MonthlyFacts<Month> months = new MonthlyFacts<>("behaviour", MEMORY, Month::bytes);

    /** @param users by feature, one set for each day of the month */
    private record Month(LocalDate first, Map<Integer, @Nullable RoaringBitmap[]> users) {
        int bytes() {
            return 200
                    + users.values().stream()
                            .flatMap(Arrays::stream)
                            .mapToInt(set -> set == null ? 8 : 64 + set.getSizeInBytes())
                            .sum();
        }
    }

    /** The features used in some days, by person. */
    interface Used {
        /** How many different ones in the 30 days that end with this one, for everybody; empty when nobody used any. */
        byte[] upTo(LocalDate day);
    }

    /** @param people the highest number of a person, and one more */
    Used read(ReadTransaction readTransaction, ZoneId zone, LocalDate first, LocalDate last, int people) {
        Period period = new Period(first.minusDays(HealthPart.WINDOW_DAYS - 1L), last.plusDays(1));
        List<Month> found = months.get(readTransaction, zone, period, month -> read(readTransaction, zone, month));
        return day -> count(found, day, people);
    }

    private static byte[] count(List<Month> months, LocalDate day, int people) {
        Map<Integer, RoaringBitmap> users = new HashMap<>();
        LocalDate from = day.minusDays(HealthPart.WINDOW_DAYS - 1L);
        for (Month month : months) {
            month.users.forEach((feature, days) -> {
                for (int i = 0; i < days.length; i++) {
                    RoaringBitmap set = days[i];
                    LocalDate at = month.first.plusDays(i);
                    if (set != null && !at.isBefore(from) && !at.isAfter(day)) {
                        users.computeIfAbsent(feature, none -> new RoaringBitmap())
                                .or(set);
                    }
                }
            });
        }
        byte[] used = new byte[users.isEmpty() ? 0 : people];
        users.values()
                .forEach(set -> set.forEach((int person) -> {
                    if (person < used.length && used[person] < Byte.MAX_VALUE) {
                        used[person]++;
                    }
                }));
        return used;
    }

    private static Month read(ReadTransaction readTransaction, ZoneId zone, Period month) {
        Map<Integer, @Nullable RoaringBitmap[]> users = new HashMap<>();
        int length = (int) month.days();
        SqlBuilder used = new SqlBuilder()
                .add(
                        SELECT,
                        month.from(),
                        month.from().atStartOfDay(zone).toOffsetDateTime(),
                        month.to().atStartOfDay(zone).toOffsetDateTime());
        used.read(readTransaction.handle(), 10_000, row -> {
            RoaringBitmap[] days = users.computeIfAbsent(row.getInt(2), none -> new RoaringBitmap[length]);
            int day = row.getInt(1);
            RoaringBitmap set = days[day];
            if (set == null) {
                set = new RoaringBitmap();
                days[day] = set;
            }
            set.add(row.getInt(3));
        });
        return new Month(month.from(), users);
    }
}
