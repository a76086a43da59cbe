package dev.rapport.ingest.store;

import dev.rapport.channel.ChannelNames;
import dev.rapport.db.Sql;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.web.NameKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the channels of the staged rows: those that are known, those that are answered to be another, and new ones. */
final class ChannelMerge {
    private static final int MOST_NAMES = 10_000;

    private static final String NAMES = "select distinct %s from %s where %1$s is not null limit " + MOST_NAMES;

    private static final String COUNTS = """
            select f_channel, count(*) from import_winner where f_channel is not null group by 1 limit %d
            """.formatted(MOST_NAMES);

    private static final String EVENT_COUNTS = """
            select way.channel, sum(rows) from import_way as way
            join (select way_no, count(*) as rows from import_event group by 1) as counted on counted.way_no = way.no
            where way.channel is not null group by 1 limit %d
            """.formatted(MOST_NAMES);

    private final Connection connection;
    private final FactType target;

    /** What names mean by the mapping's answers, by their letters. */
    private final Map<String, String> answered = new HashMap<>();

    ChannelMerge(Connection connection, FactType target, Mapping mapping) {
        this.connection = connection;
        this.target = target;
        for (ImportQuestion.Kind kind : List.of(ImportQuestion.Kind.NEW_CHANNEL, ImportQuestion.Kind.LIKE_CHANNEL)) {
            mapping.answers(kind).forEach((name, answer) -> {
                if (!answer.equals(ImportQuestion.NEW)) {
                    answered.put(NameKey.of(name), answer);
                }
            });
        }
    }

    /** As if nothing was answered: an answer can be changed as long as nothing has started. */
    ForeseenChannels foresee() throws SQLException {
        if (!target.has(FactType.CHANNEL)) {
            return ForeseenChannels.NONE;
        }
        ChannelNames known = new ChannelNames(connection);
        if (known.wouldMake(withoutCounts()).isEmpty()) {
            return ForeseenChannels.NONE;
        }
        return new ForeseenChannels(known.wouldMake(counts()), List.copyOf(known.shown()));
    }

    private Map<String, Long> withoutCounts() throws SQLException {
        Map<String, Long> names = new HashMap<>();
        names().forEach(name -> names.put(name, 0L));
        return names;
    }

    private Map<String, Long> counts() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(isEvents() ? EVENT_COUNTS : COUNTS)) {
            Map<String, Long> counts = new HashMap<>();
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
            return counts;
        }
    }

    /** Leaves {@code import_channel (name, id)}: the channel of each name of the rows. */
    void run(int importId) throws SQLException {
        Sql.execute(connection, "create temp table import_channel (name text, id smallint) on commit drop");
        if (!target.has(FactType.CHANNEL)) {
            return;
        }
        Map<String, String> meant = new LinkedHashMap<>();
        names().forEach(name -> meant.put(name, answered.getOrDefault(NameKey.of(name), name)));
        long last = Sql.number(connection, "select coalesce(max(id), 0) from channel");
        Map<String, Short> ids = new ChannelNames(connection).ids(meant.values());
        try (var statement = connection.prepareStatement("insert into import_channel values (?, ?)")) {
            for (var each : meant.entrySet()) {
                statement.setString(1, each.getKey());
                statement.setObject(2, ids.get(each.getValue()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Sql.execute(connection, "analyze import_channel");
        Sql.update(connection, """
                insert into import_created (import_id, kind, ref)
                select distinct ?::int, 'channel', id from import_channel where id > ?
                """, importId, last);
    }

    private List<String> names() throws SQLException {
        String names =
                isEvents() ? NAMES.formatted("channel", "import_way") : NAMES.formatted("f_channel", "import_winner");
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(names)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private boolean isEvents() {
        return target.key().equals("events");
    }
}
