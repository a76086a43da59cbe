package dev.rapport.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.web.Slug;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads segment groups and their values on a plain connection. */
final class GroupQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GroupQueries() {}

    record Group(int id, String trait, List<SegmentRange> ranges) {}

    static List<Group> groups(Connection connection) throws SQLException {
        try (var statement =
                        connection.prepareStatement("select id, trait, ranges::text from segment_group order by id");
                ResultSet rows = statement.executeQuery()) {
            List<Group> groups = new ArrayList<>();
            while (rows.next()) {
                groups.add(new Group(rows.getInt(1), rows.getString(2), ranges(rows.getString(3))));
            }
            return groups;
        }
    }

    private static List<SegmentRange> ranges(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<SegmentRange>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ranges of a segment group cannot be read: " + json, e);
        }
    }

    /** Names by key of a group's values, in the order in which they were met. */
    static Map<String, String> values(Connection connection, int groupId) throws SQLException {
        try (var statement =
                connection.prepareStatement("select key, name from segment_value where group_id = ? order by id")) {
            statement.setInt(1, groupId);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, String> values = new LinkedHashMap<>();
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getString(2));
                }
                return values;
            }
        }
    }

    static void addValues(Connection connection, int groupId, Map<String, String> namesByKey) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into segment_value (group_id, key, name, position) values (?, ?, ?, ?) on conflict do nothing
                """)) {
            for (var value : namesByKey.entrySet()) {
                statement.setInt(1, groupId);
                statement.setString(2, value.getKey());
                statement.setString(3, value.getValue());
                statement.setInt(4, value.getKey().equals(SegmentValue.OTHER_VALUES) ? 9998 : 1000);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static int addGroup(Connection connection, String trait, String name) throws SQLException {
        try (var statement = connection.prepareStatement("""
                with fresh as (
                    insert into segment_group (key, name, trait, position)
                    values (?, ?, ?, coalesce((select max(position) from segment_group), 0) + 10) returning id
                ), none as (
                    insert into segment_value (group_id, key, name, position)
                    select id, 'none', 'Not known', 9999 from fresh
                )
                select id from fresh
                """)) {
            statement.setString(1, freeKey(connection, Slug.of(name)));
            statement.setString(2, name);
            statement.setString(3, trait);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static String freeKey(Connection connection, String slug) throws SQLException {
        try (var statement = connection.prepareStatement("select exists (select from segment_group where key = ?)")) {
            for (int i = 1; ; i++) {
                String key = i == 1 ? slug : slug + "-" + i;
                statement.setString(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return key;
                    }
                }
            }
        }
    }

    /** How many different values a trait has, of all people; counting stops a little above what a group may have. */
    static int distinctValues(Connection connection, String trait) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select count(*) from (
                    select distinct lower(btrim(value)) from person_trait where trait = ? and btrim(value) <> ''
                    limit ?
                ) as counted
                """)) {
            statement.setString(1, trait);
            statement.setInt(2, SegmentValue.MOST * 100);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
