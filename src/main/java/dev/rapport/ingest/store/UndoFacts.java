package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.Sql;
import dev.rapport.fact.FactTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Undoes an import's facts, kind by kind; their days are marked at the end, for marks make others wait. */
final class UndoFacts {
    private final Connection connection;
    private final int importId;
    private final Set<String> families = new TreeSet<>();

    UndoFacts(Connection connection, int importId) throws SQLException {
        this.connection = connection;
        this.importId = importId;
        Sql.execute(connection, "create temp table undo_moment (family text, at timestamptz) on commit drop");
    }

    void take(FactTable fact) throws SQLException {
        Sql.execute(
                connection,
                "create temp table undo_row on commit drop as select id, key, current from %s where import_id = %d"
                        .formatted(fact.name(), importId));
        Sql.execute(connection, "analyze undo_row");
        RepeatedRows.handOver(connection, fact.name(), "undo_row", importId);
        if (Sql.number(connection, "select count(*) from undo_row") > 0) {
            remember(fact, "id in (select id from undo_row)");
            Sql.execute(connection, "delete from %s where id in (select id from undo_row)".formatted(fact.name()));
            bringBack(fact);
        }
        Sql.execute(connection, "drop table undo_row");
    }

    private void bringBack(FactTable fact) throws SQLException {
        Sql.execute(connection, """
                create temp table undo_back on commit drop as
                select max(f.id) as id from %s f
                join (select distinct key from undo_row where current) gone on gone.key = f.key group by f.key
                """.formatted(fact.name()));
        Sql.execute(connection, "analyze undo_back");
        Sql.execute(
                connection,
                "update %s set current = true where id in (select id from undo_back)".formatted(fact.name()));
        remember(fact, "id in (select id from undo_back)");
        Sql.execute(connection, "drop table undo_back");
    }

    void takeEvents() throws SQLException {
        RepeatedRows.handOverEvents(connection, importId);
        remember("behaviour", "select at from event where import_id = " + importId);
        Sql.update(connection, "delete from event where import_id = ?", importId);
    }

    private void remember(FactTable fact, String where) throws SQLException {
        remember(fact.family(), fact.momentsWhere(where));
    }

    /** The first and last moment of a minute name all days that it touches. */
    private void remember(String family, String moments) throws SQLException {
        families.add(family);
        Sql.update(connection, """
                insert into undo_moment select ?, unnest(array[min(at), max(at)]) from (%s) as moment(at) where at is not null
                group by date_bin('1 minute', at, timestamptz '2000-01-01 00:00Z')
                """.formatted(moments), family);
    }

    void markDays() throws SQLException {
        for (String family : families) {
            DirtyDays.mark(connection, family, "select at from undo_moment where family = '" + family + "'");
        }
    }
}
