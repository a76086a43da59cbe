package dev.rapport.channel;

import dev.rapport.slice.Dimension;
import dev.rapport.web.NameKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stores the names that facts carry as they were written first (campaigns, issue types, networks). So facts that mean
 * one carry one spelling, whoever wrote them.
 */
public final class KnownNames {
    private final Connection connection;
    private final @Nullable Integer importId;

    /** @param importId that meets the names; null for a person who does */
    public KnownNames(Connection connection, @Nullable Integer importId) {
        this.connection = connection;
        this.importId = importId;
    }

    /** The name that each spelling means. Of those that nobody knows, the one that comes first is kept; blank ones mean nothing. */
    public Map<String, String> of(Dimension kind, Collection<String> spellings) throws SQLException {
        Map<String, String> firstByKey = new TreeMap<>();
        spellings.forEach(spelling -> firstByKey.putIfAbsent(NameKey.of(spelling), NameKey.shown(spelling)));
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
            String name = known.get(NameKey.of(spelling));
            if (name != null) {
                names.put(spelling, name);
            }
        }
        return names;
    }

    private Map<String, String> find(Dimension kind, Collection<String> keys) throws SQLException {
        try (var statement =
                connection.prepareStatement("select key, name from known_name where kind = ? and key = any (?)")) {
            statement.setString(1, kind.key());
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (var row = statement.executeQuery()) {
                Map<String, String> names = new HashMap<>();
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
                return names;
            }
        }
    }

    /** In order of the keys: two who add at once then wait for each other in one direction only. */
    private void add(Dimension kind, Map<String, String> namesByKey) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into known_name (kind, key, name, import_id) values (?, ?, ?, ?) on conflict do nothing")) {
            for (var name : namesByKey.entrySet()) {
                statement.setString(1, kind.key());
                statement.setString(2, name.getKey());
                statement.setString(3, name.getValue());
                statement.setObject(4, importId, java.sql.Types.INTEGER);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
