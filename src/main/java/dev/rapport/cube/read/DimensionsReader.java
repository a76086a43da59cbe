package dev.rapport.cube.read;

import dev.rapport.cube.read.Dimensions.Channel;
import dev.rapport.cube.read.Dimensions.Goal;
import dev.rapport.cube.read.Dimensions.Group;
import dev.rapport.cube.read.Dimensions.Value;
import dev.rapport.db.SqlBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads channels, segments and goals, in the order in which they are shown: for figures as for what can be asked. */
public final class DimensionsReader {
    private DimensionsReader() {}

    public static List<Channel> channels(Handle handle) {
        return handle.select("select id, key, name from channel order by position, name, id")
                .map((row, context) -> new Channel(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    public static List<Group> groups(Handle handle) {
        Map<Integer, Group> groups = new LinkedHashMap<>();
        handle.select("select id, key, name from segment_group order by position, name, id")
                .map((row, context) -> new Group(row.getInt(1), row.getString(2), row.getString(3), new ArrayList<>()))
                .forEach(group -> groups.put(group.id(), group));
        new SqlBuilder()
                .add("select group_id, id, key, name from segment_value order by position, name, id")
                .read(handle, row -> {
                    Group group = groups.get(row.getInt(1));
                    if (group != null) {
                        group.values().add(new Value(row.getInt(2), row.getString(3), row.getString(4)));
                    }
                });
        return List.copyOf(groups.values());
    }

    public static List<Goal> goals(Handle handle) {
        return handle.select("select id, key, name from goal order by position, name")
                .map((row, context) -> new Goal(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }
}
