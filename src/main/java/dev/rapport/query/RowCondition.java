package dev.rapport.query;

import dev.rapport.cube.read.DimensionValueName;
import dev.rapport.db.ReportingTime;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects the facts that lie in a slice: by the day on which they count, by channel, and by their person's segments on
 * that day. The fact is called {@code fact} in the select.
 */
public final class RowCondition {
    private static final String NOT_KNOWN = "none";

    private final Slice slice;

    public RowCondition(Slice slice) {
        this.slice = slice;
    }

    /** Facts with a channel. @param at,person SQL expressions for the moment and the person, who may be null */
    public void add(RowQuery.Builder query, String at, String person) {
        query.add("where %1$s >= ? and %1$s < ?".formatted(at), start(), end());
        channels(query);
        segments(query, ReportingTime.day(at), person);
    }

    public void channels(RowQuery.Builder query) {
        if (!slice.channels().isEmpty()) {
            query.add("and fact.channel_id in (select id from channel where key = any (?))", (Object)
                    slice.channels().toArray(String[]::new));
        }
    }

    /** {@code and <text> is the part asked for}, where one is. */
    public void part(RowQuery.Builder query, Dimension dimension, String text) {
        slice.option(dimension.option())
                .ifPresent(value -> query.add(
                        "and coalesce(" + text + ", '') = " + DimensionValueName.sql(dimension),
                        DimensionValueName.values(dimension, value)));
    }

    /** @param day SQL of the reporting day */
    public void segments(RowQuery.Builder query, String day, String person) {
        slice.segments().values().forEach((group, keys) -> {
            List<Object> bound = new ArrayList<>();
            String on = "segment_group.key = ? and membership.person_id = %s and %s".formatted(person, within(day));
            String member = """
                    exists (select from membership
                            join segment_group on segment_group.id = membership.group_id
                            join segment_value on segment_value.id = membership.value_id
                            where %s and segment_value.key = any (?))
                    """.formatted(on);
            bound.add(group);
            bound.add(keys.toArray(String[]::new));
            if (!keys.contains(NOT_KNOWN)) {
                query.add("and " + member, bound.toArray());
                return;
            }
            // Being in no segment of the group is stored as no row; so is nobody in particular.
            bound.add(group);
            query.add("and (" + member + """
                    or not exists (select from membership
                            join segment_group on segment_group.id = membership.group_id
                            where %s))
                    """.formatted(on), bound.toArray());
        });
    }

    private static String within(String day) {
        return "%1$s >= membership.from_day and %1$s < membership.to_day".formatted(day);
    }

    public OffsetDateTime start() {
        return slice.period().from().atStartOfDay(zone()).toOffsetDateTime();
    }

    public OffsetDateTime end() {
        return slice.period().to().atStartOfDay(zone()).toOffsetDateTime();
    }

    ZoneId zone() {
        return slice.zone();
    }
}
