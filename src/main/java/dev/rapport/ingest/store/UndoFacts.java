package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.fact.FactTable;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Undoes an import's facts, kind by kind; their days are marked at the end, for marks make others wait. */
final class UndoFacts {
    private final Handle handle;
    private final int importId;
    private final Set<String> families = new TreeSet<>();

    UndoFacts(Handle handle, int importId) {
        this.handle = handle;
        this.importId = importId;
        handle.execute("create temp table undo_moment (family text, at timestamptz) on commit drop");
    }

    void take(FactTable fact) {
        handle.execute(
                "create temp table undo_row on commit drop as select id, key, current from %s where import_id = %d"
                        .formatted(fact.name(), importId));
        handle.execute("analyze undo_row");
        RepeatedRows.handOver(handle, fact.name(), "undo_row", importId);
        if (handle.select("select count(*) from undo_row").mapTo(long.class).one() > 0) {
            remember(fact, "id in (select id from undo_row)");
            handle.execute("delete from %s where id in (select id from undo_row)".formatted(fact.name()));
            bringBack(fact);
        }
        handle.execute("drop table undo_row");
    }

    private void bringBack(FactTable fact) {
        handle.execute("""
                create temp table undo_back on commit drop as
                select max(f.id) as id from %s f
                join (select distinct key from undo_row where current) gone on gone.key = f.key group by f.key
                """.formatted(fact.name()));
        handle.execute("analyze undo_back");
        handle.execute("update %s set current = true where id in (select id from undo_back)".formatted(fact.name()));
        remember(fact, "id in (select id from undo_back)");
        handle.execute("drop table undo_back");
    }

    void takeEvents() {
        RepeatedRows.handOverEvents(handle, importId);
        remember("behaviour", "select at from event where import_id = " + importId);
        handle.execute("delete from event where import_id = ?", importId);
    }

    private void remember(FactTable fact, String where) {
        remember(fact.family(), fact.momentsWhere(where));
    }

    /** The first and last moment of a minute name all days that it touches. */
    private void remember(String family, String moments) {
        families.add(family);
        handle.execute("""
                insert into undo_moment select ?, unnest(array[min(at), max(at)]) from (%s) as moment(at) where at is not null
                group by date_bin('1 minute', at, timestamptz '2000-01-01 00:00Z')
                """.formatted(moments), family);
    }

    void markDays() {
        for (String family : families) {
            DirtyDays.mark(handle, family, "select at from undo_moment where family = '" + family + "'");
        }
    }
}
