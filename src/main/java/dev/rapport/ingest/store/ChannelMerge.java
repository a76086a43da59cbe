package dev.rapport.ingest.store;

import dev.rapport.channel.ChannelNames;
import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.FactType;
import dev.rapport.fact.StoragePath;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.web.NameKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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

    private final Handle handle;
    private final FactType target;

    /** What names mean by the mapping's answers, by their letters. */
    private final Map<String, String> answered = new HashMap<>();

    ChannelMerge(Handle handle, FactType target, Mapping mapping) {
        this.handle = handle;
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
    ForeseenChannels foresee() {
        if (!target.has(FactType.CHANNEL)) {
            return ForeseenChannels.NONE;
        }
        ChannelNames known = new ChannelNames(handle);
        if (known.wouldMake(withoutCounts()).isEmpty()) {
            return ForeseenChannels.NONE;
        }
        return new ForeseenChannels(known.wouldMake(counts()), List.copyOf(known.shown()));
    }

    private Map<String, Long> withoutCounts() {
        Map<String, Long> names = new HashMap<>();
        names().forEach(name -> names.put(name, 0L));
        return names;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        new SqlBuilder()
                .add(isEvents() ? EVENT_COUNTS : COUNTS)
                .read(handle, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** Leaves {@code import_channel (name, id)}: the channel of each name of the rows. */
    void run(int importId) {
        handle.execute("create temp table import_channel (name text, id smallint) on commit drop");
        if (!target.has(FactType.CHANNEL)) {
            return;
        }
        Map<String, String> meant = new LinkedHashMap<>();
        names().forEach(name -> meant.put(name, answered.getOrDefault(NameKey.of(name), name)));
        long last = handle.select("select coalesce(max(id), 0) from channel")
                .mapTo(long.class)
                .one();
        Map<String, Short> ids = new ChannelNames(handle).ids(meant.values());
        try (PreparedBatch batch = handle.prepareBatch("insert into import_channel values (?, ?)")) {
            meant.forEach((name, channel) -> batch.add(name, ids.get(channel)));
            batch.execute();
        }
        handle.execute("analyze import_channel");
        handle.execute("""
                insert into import_created (import_id, kind, ref)
                select distinct ?::int, 'channel', id from import_channel where id > ?
                """, importId, last);
    }

    private List<String> names() {
        String names =
                isEvents() ? NAMES.formatted("channel", "import_way") : NAMES.formatted("f_channel", "import_winner");
        return handle.select(names).mapTo(String.class).list();
    }

    private boolean isEvents() {
        return target.storagePath() == StoragePath.EVENTS;
    }
}
