package dev.rapport.cube.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.db.ZoneRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of every zone that can be chosen, each hour of thirteen years lies in one day, and days add up to their range. */
class OfferedZonesTest {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2028, 1, 1);
    private static final long HOUR = 3600;

    @Test
    void everyHourLiesInOneDay() {
        Set<Object> seen = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            // Many names stand for the same rules.
            if (seen.add(zone.getRules())) {
                wrong.addAll(wrongHours(zone));
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrongHours(ZoneId zone) {
        List<ZoneRules.Run> runs = ZoneRules.days(zone);
        List<String> wrong = new ArrayList<>();
        long end = start(END, zone);
        int run = 0;
        long day = FIRST.toEpochDay();
        long next = start(FIRST.plusDays(1), zone);
        long inDay = 0;
        long inRange = 0;
        for (long at = start(FIRST, zone); at < end; at += HOUR) {
            while (at >= next) {
                inRange += inDay;
                inDay = 0;
                day++;
                next = start(LocalDate.ofEpochDay(day + 1), zone);
            }
            while (run + 1 < runs.size() && at >= runs.get(run + 1).start().getEpochSecond()) {
                run++;
            }
            inDay++;
            long ruled = Math.floorDiv(at + runs.get(run).shift().toSeconds(), 24 * HOUR);
            if (ruled != day && wrong.size() < 3) {
                wrong.add(zone + " " + Instant.ofEpochSecond(at) + ": " + LocalDate.ofEpochDay(ruled) + ", not "
                        + LocalDate.ofEpochDay(day));
            }
        }
        long hours = Math.floorDiv(end - start(FIRST, zone) + HOUR - 1, HOUR);
        if (inRange + inDay != hours) {
            wrong.add(zone + ": " + (inRange + inDay) + " hours of " + hours);
        }
        return wrong;
    }

    private static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    @Test
    void theRunsAreFew() {
        assertThat(ZoneRules.days(ZoneOffset.UTC)).hasSize(1);
        assertThat(ZoneRules.days(ZoneId.of("Europe/Berlin"))).hasSizeLessThan(1_500);
    }
}
