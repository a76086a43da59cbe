package dev.rapport.segment;

import dev.rapport.cube.build.CountedDays;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlBuilder;
import dev.rapport.db.SqlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * Keeps what people did day by day, as conditions of segments ask for it, in {@code person_day}: of days that were counted
 * anew it is read once more, and only what differs is written.
 */
final class PersonDays {
    static final int VISITS = 1;
    static final int PAGE_VIEWS = 2;
    static final int FEATURES = 3;
    static final int ORDERS = 4;
    static final int ORDER_VALUE = 5;
    static final int WON_BY_ORDER = 6;
    static final int WON_BY_SUBSCRIPTION = 7;
    static final int TICKETS = 8;
    static final int OPEN_TICKETS = 9;
    static final int NPS = 10;
    static final int CSAT = 11;
    static final int CES = 12;
    static final int SUBSCRIPTIONS = 14;

    private static final List<Part> PARTS = List.of(
            new Part("behaviour", SqlFile.of("segment/days_of_visits"), false, List.of(VISITS, PAGE_VIEWS)),
            new Part("behaviour", SqlFile.of("segment/days_of_features"), false, List.of(FEATURES)),
            new Part(
                    "revenue", SqlFile.of("segment/days_of_orders"), false, List.of(ORDERS, ORDER_VALUE, WON_BY_ORDER)),
            // A trial's end is no day that an import marks; subscriptions are few.
            new Part(
                    "revenue",
                    SqlFile.of("segment/days_of_subscriptions"),
                    true,
                    List.of(WON_BY_SUBSCRIPTION, SUBSCRIPTIONS)),
            new Part("support", SqlFile.of("segment/days_of_tickets"), false, List.of(TICKETS, OPEN_TICKETS)),
            new Part("voice", SqlFile.of("segment/days_of_answers"), false, List.of(NPS, CSAT, CES)));

    private static final Pattern DAY_OF = Pattern.compile("\\{day of ([a-z_.]+)}");
    private static final Pattern ABOUT = Pattern.compile("\\{about ([a-z_.]+)}");

    private PersonDays() {}

    /** @param whole whether all of it is read whichever of its days were counted */
    private record Part(String family, String sql, boolean whole, List<Integer> kinds) {
        String read(Optional<SortedSet<LocalDate>> days) {
            String text = DAY_OF.matcher(sql).replaceAll(found -> ReportingTime.day(found.group(1)));
            text = ABOUT.matcher(text)
                    .replaceAll(found ->
                            days.map(some -> about(found.group(1), some)).orElse("true"));
            return text.replace(
                    "{day}",
                    days.map(some -> "day between '%s' and '%s'".formatted(some.first(), some.last()))
                            .orElse("true"));
        }

        /** Wide enough for every zone; the days themselves are asked for afterwards. */
        private static String about(String at, SortedSet<LocalDate> days) {
            return "%1$s >= '%2$s 00:00Z' and %1$s < '%3$s 00:00Z'"
                    .formatted(at, days.first().minusDays(2), days.last().plusDays(3));
        }
    }

    /** Makes {@code touched_person}, of whom another thing is kept now than before. */
    static void keep(Handle handle, Map<String, SortedSet<LocalDate>> counted) {
        handle.execute("""
                create temp table touched_person (person_id int) on commit drop;
                create temp table fresh_day (like person_day) on commit drop
                """);
        boolean everything = counted.containsKey(CountedDays.EVERYTHING);
        for (Part part : PARTS) {
            if (everything) {
                keep(handle, part, Optional.empty());
            } else {
                Optional.ofNullable(counted.get(part.family))
                        .ifPresent(days -> keep(handle, part, Optional.of(days).filter(some -> !part.whole)));
            }
        }
        handle.execute("drop table fresh_day");
    }

    private static void keep(Handle handle, Part part, Optional<SortedSet<LocalDate>> days) {
        Argument kinds = SqlBuilder.array("smallint", part.kinds);
        handle.execute("truncate fresh_day");
        execute(handle, days, """
                insert into fresh_day
                select person_id, kind, item, day, sum(amount) from (%s) as done where person_id is not null and {these days}
                group by person_id, kind, item, day having sum(amount) <> 0
                """.formatted(part.read(days)));
        execute(
                handle,
                days,
                "create temp table kept_day on commit drop as"
                        + " select * from person_day where kind = any (?) and {these days}",
                kinds);
        handle.execute("""
                analyze fresh_day;
                create temp table news on commit drop as select * from fresh_day except select * from kept_day;
                create temp table gone on commit drop as select * from kept_day except select * from fresh_day;
                insert into touched_person select person_id from news union select person_id from gone;
                delete from person_day using gone
                where (person_day.person_id, person_day.kind, person_day.item, person_day.day)
                    = (gone.person_id, gone.kind, gone.item, gone.day);
                insert into person_day select * from news;
                drop table kept_day, news, gone
                """);
    }

    private static void execute(Handle handle, Optional<SortedSet<LocalDate>> days, String sql, Object... bound) {
        List<Object> given = new ArrayList<>(List.of(bound));
        days.ifPresent(some -> given.add(SqlBuilder.array("date", some)));
        handle.execute(sql.replace("{these days}", days.isPresent() ? "day = any (?)" : "true"), given.toArray());
    }
}
