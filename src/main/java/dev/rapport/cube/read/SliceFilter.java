package dev.rapport.cube.read;

import dev.rapport.cube.read.Dimensions.Group;
import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlPieces;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what lies in a slice, in both tongues: in SQL for facts and their persons, and in the ids that cells and sets are
 * kept by. A fact lies in it by the day on which it counts, by its channel, and by its person's segments on that day.
 * The fact is called {@code fact} in the select where no column is named.
 */
public final class SliceFilter {
    /** Of a signature; whoever holds no value of a group, or is not known at all, has its value {@code none}. */
    static final String VALUE = """
            coalesce((select value.key
                      from segment_value as value join segment_group as of_group on of_group.id = value.group_id
                      where of_group.key = ? and value.id = any (signature.value_ids)), 'none')""";

    /** The signature of a person, who may be null, on a day; 1 is that of whom nothing is known. */
    private static final String SIGNATURE = """
            coalesce((select held.signature_id from person_signature as held
                      where held.person_id = %1$s and held.from_day <= %2$s and %2$s < held.to_day), 1)""";

    private final Slice slice;

    public SliceFilter(Slice slice) {
        this.slice = slice;
    }

    /** Facts with a channel. @param at,person SQL expressions for the moment and the person, who may be null */
    public void add(SqlPieces sql, String at, String person) {
        sql.add(" where %1$s >= ? and %1$s < ?".formatted(at), start(), end());
        channels(sql);
        segments(sql, ReportingTime.day(at), person);
    }

    public void channels(SqlPieces sql) {
        channels(sql, "fact.channel_id");
    }

    /** {@code and <column> is one of the channels asked for}; nothing when all are. */
    public void channels(SqlPieces sql, String column) {
        if (!slice.channels().isEmpty()) {
            sql.add(" and " + column + " in (select id from channel where key = any (?)) ", (Object)
                    slice.channels().toArray(String[]::new));
        }
    }

    /** {@code and <text> is the part asked for}, where one is. */
    public void part(SqlPieces sql, Dimension dimension, String text) {
        slice.option(dimension.option())
                .ifPresent(value -> sql.add(
                        " and coalesce(" + text + ", '') = " + DimensionValueName.sql(dimension) + " ",
                        DimensionValueName.values(dimension, value)));
    }

    /** {@code and <the person> is in the segments asked for on the day}. @param day SQL of the reporting day */
    public void segments(SqlPieces sql, String day, String person) {
        signature(sql, SIGNATURE.formatted(person, day));
    }

    /** {@code and <the signature> is one of those asked for}; nothing when all are. @param id SQL of its number */
    public void signature(SqlPieces sql, String id) {
        if (!slice.segments().isEverybody()) {
            sql.add(" and " + id + " in (select signature.id from signature where true");
            signatures(sql);
            sql.add(") ");
        }
    }

    /** {@code and <it is one of those asked for>}, of the rows of {@code signature}. */
    void signatures(SqlPieces sql) {
        slice.segments()
                .values()
                .forEach((group, keys) ->
                        sql.add(" and " + VALUE + " = any (?)", group, (Object) keys.toArray(String[]::new)));
    }

    /** The channels asked for, as cells know them; none when all are. */
    Set<Integer> channelIds(Dimensions dimensions) {
        Set<Integer> channels = new TreeSet<>();
        slice.channels().forEach(key -> channels.add(dimensions.channel(key).id()));
        return channels;
    }

    /** The segment values asked for, as cells know them, by their groups. */
    Map<Group, Set<Integer>> valueIds(Dimensions dimensions) {
        Map<Group, Set<Integer>> filter = new LinkedHashMap<>();
        slice.segments().values().forEach((groupKey, values) -> {
            Group group = dimensions.group(groupKey);
            Set<Integer> ids = new TreeSet<>();
            values.forEach(value -> ids.add(group.value(value).id()));
            filter.put(group, ids);
        });
        return filter;
    }

    public OffsetDateTime start() {
        return slice.period().from().atStartOfDay(slice.zone()).toOffsetDateTime();
    }

    public OffsetDateTime end() {
        return slice.period().to().atStartOfDay(slice.zone()).toOffsetDateTime();
    }
}
