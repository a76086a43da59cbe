package dev.rapport.channel;

import dev.rapport.web.Slug;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Channel names as files write them, to ids: by key, name or other spelling, whatever the case. A name nobody knows
 * becomes a channel of its own. For one transaction; make one for each import.
 */
public final class ChannelNames {
    /** More would be a column that holds no channels: customers' names, addresses. */
    static final int MOST_CHANNELS = 200;
    /** Serialises those who add channels. */
    private static final long LOCK = 0x7261_7063_6861_6e01L;

    private final Connection connection;
    private final Map<String, Short> known = new HashMap<>();
    private int channels;

    public ChannelNames(Connection connection) throws SQLException {
        this.connection = connection;
        load();
    }

    public short id(String name) throws SQLException {
        Short id = known.get(normal(name));
        return id != null
                ? id
                : ids(java.util.List.of(name)).values().iterator().next();
    }

    /**
     * The channel of each name; an empty name is "unknown".
     *
     * @throws TooManyChannelsException when the new names would make more channels than anybody could look at
     */
    public Map<String, Short> ids(Collection<String> names) throws SQLException {
        if (!names.stream().allMatch(name -> known.containsKey(normal(name)))) {
            add(names);
        }
        Map<String, Short> ids = new HashMap<>();
        names.forEach(name -> ids.put(name, known.get(normal(name))));
        return ids;
    }

    private void add(Collection<String> names) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        load();
        Map<String, String> added = new LinkedHashMap<>();
        for (String name : names) {
            String key = Slug.of(name);
            Short sameKey = known.get(key);
            if (known.containsKey(normal(name))) {
                continue;
            } else if (sameKey != null) {
                known.put(normal(name), sameKey);
            } else {
                added.putIfAbsent(key, name.strip().replaceAll("\\s+", " "));
            }
        }
        if (channels + added.size() > MOST_CHANNELS) {
            throw new TooManyChannelsException(channels + added.size());
        }
        insert(added);
        load();
        names.forEach(name -> known.computeIfAbsent(normal(name), unused -> known.get(Slug.of(name))));
    }

    private void insert(Map<String, String> keysAndNames) throws SQLException {
        try (var statement = connection.prepareStatement("insert into channel (key, name) values (?, ?)")) {
            for (var channel : keysAndNames.entrySet()) {
                statement.setString(1, channel.getKey());
                statement.setString(2, channel.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Aliases first: a key or a name, which are a channel's own, outdo another channel's alias. */
    private void load() throws SQLException {
        channels = 0;
        try (var statement =
                        connection.prepareStatement("select id, key, name, aliases from channel order by id desc");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Short> own = new HashMap<>();
            while (rows.next()) {
                short id = rows.getShort(1);
                channels++;
                ChannelQueries.texts(rows, 4).forEach(alias -> known.put(normal(alias), id));
                own.put(normal(rows.getString(3)), id);
                own.put(rows.getString(2), id);
            }
            known.putAll(own);
            known.put("", own.getOrDefault("unknown", (short) 0));
        }
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
