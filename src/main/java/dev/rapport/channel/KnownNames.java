package dev.rapport.channel;

import dev.rapport.db.SqlBuilder;
import dev.rapport.slice.Dimension;
import dev.rapport.web.NameKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Stores the names that facts carry as they were written first (campaigns, issue types, networks). So facts that mean
 * one carry one spelling, whoever wrote them.
 */
public final class KnownNames {
    private final Handle handle;
    private final @Nullable Integer importId;

    /** @param importId that meets the names; null for a person who does */
    public KnownNames(Handle handle, @Nullable Integer importId) {
        this.handle = handle;
        this.importId = importId;
    }

    /** The name that each spelling means. Of those that nobody knows, the one that comes first is kept; blank ones mean nothing. */
    public Map<String, String> of(Dimension kind, Collection<String> spellings) {
        Map<String, String> firstByKey = new TreeMap<>();
        spellings.forEach(spelling -> firstByKey.putIfAbsent(key(kind, spelling), NameKey.shown(spelling)));
        firstByKey.remove("");
        Map<String, String> known = find(kind, firstByKey.keySet());
        if (known.size() < firstByKey.size()) {
            firstByKey.keySet().removeAll(known.keySet());
            add(kind, firstByKey);
            // somebody else may have been first
            known.putAll(find(kind, firstByKey.keySet()));
        }
        Map<String, String> names = new HashMap<>();
        for (String spelling : spellings) {
            String name = known.get(key(kind, spelling));
            if (name != null) {
                names.put(spelling, name);
            }
        }
        return names;
    }

    /** The form that is the same for the same name: of reasons, which people write in their own words, a looser one. */
    public static String key(Dimension kind, String name) {
        return kind == Dimension.REASON ? NameKey.loose(name) : NameKey.of(name);
    }

    private Map<String, String> find(Dimension kind, Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        new SqlBuilder()
                .add(
                        "select key, name from known_name where kind = ? and key = any (?)",
                        kind.key(),
                        SqlBuilder.array("text", keys))
                .read(handle, row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /** In order of the keys: two who add at once then wait for each other in one direction only. */
    private void add(Dimension kind, Map<String, String> namesByKey) {
        try (PreparedBatch batch = handle.prepareBatch(
                "insert into known_name (kind, key, name, import_id) values (?, ?, ?, ?) on conflict do nothing")) {
            namesByKey.forEach((key, name) -> batch.add(kind.key(), key, name, importId));
            batch.execute();
        }
    }
}
