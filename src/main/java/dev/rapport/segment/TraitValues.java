package dev.rapport.segment;

import dev.rapport.db.SqlBuilder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Maps each text of a trait to the segment it means, in a temporary table beside the traits. */
final class TraitValues {
    private static final int BATCH = 1000;

    private TraitValues() {}

    /** Makes {@code trait_value (group_id, text, value_id)} for the traits of the people being refreshed. */
    static void map(Handle handle) {
        handle.execute("create temp table trait_key (group_id int, text text, key text) on commit drop");
        for (GroupQueries.Group group : GroupQueries.groups(handle)) {
            map(handle, group);
        }
        handle.execute("""
                create temp table trait_value on commit drop as
                select k.group_id, k.text, v.id as value_id
                from trait_key k join segment_value v on v.group_id = k.group_id and v.key = k.key
                """);
        handle.execute("drop table trait_key");
        handle.execute("analyze trait_value");
    }

    private static void map(Handle handle, GroupQueries.Group group) {
        GroupValues values = new GroupValues(group.ranges(), GroupQueries.values(handle, group.id()));
        try (PreparedBatch batch = handle.prepareBatch("insert into trait_key values (?, ?, ?)")) {
            new SqlBuilder().add("""
                            select t.value from person_trait t join visitor v on v.id = t.visitor_id
                            join refresh_person r on r.person_id = v.person_id
                            where t.trait = ? group by t.value order by min(t.id)
                            """, group.trait()).read(handle, BATCH, row -> {
                String text = row.getString(1);
                values.keyOf(text).ifPresent(key -> batch.add(group.id(), text, key));
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            });
            batch.execute();
        }
        GroupQueries.addValues(handle, group.id(), values.added());
    }
}
