package dev.rapport.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Maps each text of a trait to the segment it means, in a temporary table beside the traits. */
final class TraitValues {
    private static final int BATCH = 1000;

    private TraitValues() {}

    /** Makes {@code trait_value (group_id, text, value_id)} for the traits of the people being refreshed. */
    static void map(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temp table trait_key (group_id int, text text, key text) on commit drop");
            for (GroupQueries.Group group : GroupQueries.groups(connection)) {
                map(connection, group);
            }
            statement.execute("""
                    create temp table trait_value on commit drop as
                    select k.group_id, k.text, v.id as value_id
                    from trait_key k join segment_value v on v.group_id = k.group_id and v.key = k.key
                    """);
            statement.execute("drop table trait_key");
            statement.execute("analyze trait_value");
        }
    }

    private static void map(Connection connection, GroupQueries.Group group) throws SQLException {
        GroupValues values = new GroupValues(group.ranges(), GroupQueries.values(connection, group.id()));
        try (var select = connection.prepareStatement("""
                        select t.value from person_trait t join visitor v on v.id = t.visitor_id
                        join refresh_person r on r.person_id = v.person_id
                        where t.trait = ? group by t.value order by min(t.id)
                        """);
                var insert = connection.prepareStatement("insert into trait_key values (?, ?, ?)")) {
            select.setString(1, group.trait());
            select.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet texts = select.executeQuery()) {
                while (texts.next()) {
                    String text = texts.getString(1);
                    String key = values.keyOf(text).orElse(null);
                    if (key != null) {
                        add(insert, group.id(), text, key);
                        waiting = (waiting + 1) % BATCH;
                        if (waiting == 0) {
                            insert.executeBatch();
                        }
                    }
                }
            }
            insert.executeBatch();
        }
        GroupQueries.addValues(connection, group.id(), values.added());
    }

    private static void add(PreparedStatement insert, int groupId, String text, String key) throws SQLException {
        insert.setInt(1, groupId);
        insert.setString(2, text);
        insert.setString(3, key);
        insert.addBatch();
    }
}
