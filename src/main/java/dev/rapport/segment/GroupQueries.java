package dev.rapport.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.db.SqlBuilder;
import dev.rapport.web.Slug;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Reads segment groups and their values. */
final class GroupQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GroupQueries() {}

    record Group(int id, String trait, List<SegmentRange> ranges) {}

    /** @param valueIds of its segments, by key */
    record RuleGroup(int id, List<SegmentRule> rules, Map<String, Integer> valueIds) {}

    static List<Group> groups(Handle handle) {
        return handle.select("select id, trait, ranges::text from segment_group where trait is not null order by id")
                .map((row, context) ->
                        new Group(row.getInt(1), row.getString(2), read(row.getString(3), new TypeReference<>() {})))
                .list();
    }

    /** Those found by what people do. */
    static List<RuleGroup> ruleGroups(Handle handle) {
        List<RuleGroup> groups = handle.select(
                        "select id, rules::text from segment_group where trait is null order by id")
                .map((row, context) ->
                        new RuleGroup(row.getInt(1), read(row.getString(2), new TypeReference<>() {}), new HashMap<>()))
                .list();
        groups.forEach(group -> new SqlBuilder()
                .add("select key, id from segment_value where group_id = ?", group.id)
                .read(handle, row -> group.valueIds.put(row.getString(1), row.getInt(2))));
        return groups;
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("How a segment group is cut cannot be read: " + json, e);
        }
    }

    private static String written(List<SegmentRule> rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rules of a segment group cannot be written", e);
        }
    }

    /** Names by key of a group's values, in the order in which they were met. */
    static Map<String, String> values(Handle handle, int groupId) {
        Map<String, String> values = new LinkedHashMap<>();
        new SqlBuilder()
                .add("select key, name from segment_value where group_id = ? order by id", groupId)
                .read(handle, row -> values.put(row.getString(1), row.getString(2)));
        return values;
    }

    static void addValues(Handle handle, int groupId, Map<String, String> namesByKey) {
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into segment_value (group_id, key, name, position) values (?, ?, ?, ?) on conflict do nothing
                """)) {
            namesByKey.forEach(
                    (key, name) -> batch.add(groupId, key, name, key.equals(SegmentValue.OTHER_VALUES) ? 9998 : 1000));
            batch.execute();
        }
    }

    /** In this order, whether they were there or not. */
    static void putValues(Handle handle, int groupId, Map<String, String> namesByKey) {
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into segment_value (group_id, key, name, position) values (?, ?, ?, ?)
                on conflict (group_id, key) do update set name = excluded.name, position = excluded.position
                """)) {
            namesByKey.forEach((key, name) -> batch.add(groupId, key, name, 10 * (batch.size() + 1)));
            batch.execute();
        }
    }

    static int addGroup(Handle handle, String trait, String name) {
        return addGroup(handle, name, trait, List.of());
    }

    /** One found by what people do. */
    static int addGroup(Handle handle, String name, List<SegmentRule> rules) {
        return addGroup(handle, name, null, rules);
    }

    private static int addGroup(Handle handle, String name, @Nullable String trait, List<SegmentRule> rules) {
        return handle.select("""
                        with fresh as (
                            insert into segment_group (key, name, trait, rules, position)
                            values (?, ?, ?, ?::jsonb, coalesce((select max(position) from segment_group), 0) + 10) returning id
                        ), none as (
                            insert into segment_value (group_id, key, name, position)
                            select id, 'none', 'Not known', 9999 from fresh
                        )
                        select id from fresh
                        """, freeKey(handle, Slug.of(name)), name, trait, written(rules))
                .mapTo(int.class)
                .one();
    }

    private static String freeKey(Handle handle, String slug) {
        String key = slug;
        for (int i = 2; isTaken(handle, key); i++) {
            key = slug + "-" + i;
        }
        return key;
    }

    private static boolean isTaken(Handle handle, String key) {
        return handle.select("select exists (select from segment_group where key = ?)", key)
                .mapTo(boolean.class)
                .one();
    }

    /** How many different values a trait has, of all people; counting stops a little above what a group may have. */
    static int distinctValues(Handle handle, String trait) {
        return handle.select("""
                        select count(*) from (
                            select distinct lower(btrim(value)) from person_trait where trait = ? and btrim(value) <> ''
                            limit ?
                        ) as counted
                        """, trait, SegmentValue.MOST * 100)
                .mapTo(int.class)
                .one();
    }
}
