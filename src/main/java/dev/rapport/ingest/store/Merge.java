package dev.rapport.ingest.store;

import dev.rapport.channel.ChannelNames;
import dev.rapport.customer.Identities;
import dev.rapport.ingest.row.Mapping;
import dev.rapport.ingest.row.Repeat;
import dev.rapport.ingest.row.Surveys;
import dev.rapport.ingest.row.Target;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows that wait become facts, all of them or none: the transaction is the caller's. */
public final class Merge {
    private final Connection connection;
    private final Target target;
    private final Mapping mapping;
    private final Repeat repeat;
    private final int importId;

    public Merge(Connection connection, Target target, Mapping mapping, int importId) {
        this.connection = connection;
        this.target = target;
        this.mapping = mapping;
        this.repeat = mapping.repeat() == null ? target.repeat() : mapping.repeat();
        this.importId = importId;
    }

    /** @param rows how many wait */
    public Counts run(Surveys surveys, long rows) throws SQLException {
        // PostgreSQL's own 4 MB would sort and hash a large file on disk, and merging with a small dictionary sorts all
        // rows
        Sql.execute(connection, "set local work_mem = '64MB'; set local jit = off; set local enable_mergejoin = off");
        // of events, only the columns by which repetitions are found and pairs put together
        Sql.execute(
                connection,
                isEvents()
                        ? "analyze import_event (message, content, person_no, pair_no); analyze import_person"
                        : "analyze import_stage");
        winners();
        int[] merged = people();
        channels();
        surveys(surveys);
        TraitMerge.run(connection, target, mapping, repeat, importId);
        SegmentRefresh.refresh(connection, merged);
        FactTable fact = FactTable.BY_TARGET.get(target.key());
        long stored;
        if (target.key().equals("people")) {
            stored = Sql.number(connection, """
                    select count(*) from import_winner s join visitor v on v.key = s.person
                    where v.id > ? or v.id in (select visitor_id from import_touched)
                    """, lastVisitor);
        } else if (fact == null) {
            stored = EventMerge.run(connection, rows, importId);
        } else {
            stored = FactMerge.run(connection, fact, repeat, importId);
        }
        return new Counts(stored, rows - stored);
    }

    private long lastVisitor;

    private boolean isEvents() {
        return target.key().equals("events");
    }

    /** Of rows with one key the first or the last; without keys a row is named by its content and how often it came before. */
    private void winners() throws SQLException {
        if (isEvents()) {
            EventWinners.choose(connection, repeat);
            return;
        }
        // EACH, or a target whose key has not been mapped
        boolean keyed = Sql.number(
                        connection,
                        "select count(*) from (select from import_stage where key is not null limit 1) as k")
                > 0;
        Sql.execute(connection, keyed ? """
                create temp table import_winner on commit drop as
                select distinct on (key) *, key as fact_key from import_stage order by key, row %s
                """.formatted(repeat == Repeat.LAST ? "desc" : "asc") : """
                create temp table import_winner on commit drop as
                select *, '#' || content || '#' || row_number() over (partition by content order by row) as fact_key
                from import_stage
                """);
        Sql.execute(connection, "create index on import_winner (row)");
        Sql.execute(connection, "analyze import_winner");
    }

    private int[] people() throws SQLException {
        lastVisitor = Sql.number(connection, "select coalesce(max(id), 0) from visitor");
        if (target.person() == Target.PersonRule.NONE) {
            return new int[0];
        }
        Identities.ensure(
                connection,
                isEvents() ? "select key from import_person" : "select distinct person from import_winner",
                importId);
        // only events say who used a device
        boolean devices = isEvents() && mapping.binding(Target.ANONYMOUS).isPresent();
        if (!devices) {
            return new int[0];
        }
        Sql.execute(connection, """
                create temp table import_pair on commit drop as
                select p.anonymous, p.person, min(e.at) as at
                from (select pair_no, min(f_at) as at from import_event where pair_no is not null group by 1) as e
                join import_pairing p on p.no = e.pair_no group by 1, 2
                """);
        Sql.execute(connection, "analyze import_pair");
        return Identities.identify(connection, "select anonymous, person, at from import_pair", importId);
    }

    private void channels() throws SQLException {
        Sql.execute(connection, "create temp table import_channel (name text, id smallint) on commit drop");
        if (!target.has(Target.CHANNEL)) {
            return;
        }
        List<String> names = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                        isEvents()
                                ? "select distinct channel from import_way where channel is not null limit 10000"
                                : "select distinct f_channel from import_winner where f_channel is not null limit 10000");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        Map<String, Short> ids = new ChannelNames(connection).ids(names);
        try (var statement = connection.prepareStatement("insert into import_channel values (?, ?)")) {
            for (var entry : ids.entrySet()) {
                statement.setString(1, entry.getKey());
                statement.setShort(2, entry.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Sql.execute(connection, "analyze import_channel");
    }

    private void surveys(Surveys surveys) throws SQLException {
        for (Surveys.Survey survey : surveys.met()) {
            Sql.update(
                    connection,
                    """
                    insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, import_id)
                    select ?, ?, ?, ?, ?, ?, ? where exists (select from import_winner where f_survey_key = ?)
                    on conflict (key) do nothing
                    """,
                    survey.key(),
                    survey.name(),
                    survey.kind(),
                    survey.min(),
                    survey.max(),
                    survey.lowerIsBetter(),
                    importId,
                    survey.key());
        }
    }

    /** The surveys there are. */
    public static List<Surveys.Survey> knownSurveys(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select key, name, kind, scale_min, scale_max, lower_is_better from survey");
                ResultSet row = statement.executeQuery()) {
            List<Surveys.Survey> surveys = new ArrayList<>();
            while (row.next()) {
                surveys.add(new Surveys.Survey(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6)));
            }
            return surveys;
        }
    }
}
