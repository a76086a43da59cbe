package dev.rapport.ingest.store;

import org.jdbi.v3.core.Handle;

/** Knows which rows several imports brought: an import that is undone leaves them to the next. */
final class RepeatedRows {
    private RepeatedRows() {}

    /**
     * Notes that the import brought rows which were there already.
     *
     * @param ids SQL that selects their ids
     */
    static void note(Handle handle, String table, String ids, int importId) {
        handle.execute("""
                insert into import_repeat (kind, ref, import_id)
                select ?, id, ? from (%s) as known(id) on conflict do nothing
                """.formatted(ids), table, importId);
    }

    /**
     * Gives rows to the first of the other imports that brought them.
     *
     * @param rows a table with the ids of an import's rows, from which they are taken
     */
    static void handOver(Handle handle, String table, String rows, int importId) {
        handle.execute("""
                create temp table undo_heir on commit drop as
                select r.ref as id, min(r.import_id) as import_id from import_repeat r join %s mine on mine.id = r.ref
                where r.kind = '%s' and r.import_id <> %d group by r.ref
                """.formatted(rows, table, importId));
        handle.execute("analyze undo_heir");
        long kept = handle.execute(
                "update %s f set import_id = heir.import_id from undo_heir heir where heir.id = f.id".formatted(table));
        if (kept > 0) {
            handle.execute("""
                    delete from import_repeat r using undo_heir heir
                    where r.kind = '%s' and r.ref = heir.id and r.import_id = heir.import_id
                    """.formatted(table));
            handle.execute("delete from %s where id in (select id from undo_heir)".formatted(rows));
        }
        handle.execute("drop table undo_heir");
    }

    /** The same of events that wait in {@code import_event}; an event is known by who did it and what its sender calls it. */
    static void noteEvents(Handle handle, int importId) {
        handle.execute("""
                insert into event_repeat (visitor_id, message_id, import_id)
                select known.visitor_id, known.message_id, ? from import_event e join import_visitor v on v.no = e.person_no
                join event known on known.visitor_id = v.id and known.message_id = e.message
                where known.import_id <> ? on conflict do nothing
                """, importId, importId);
    }

    static void handOverEvents(Handle handle, int importId) {
        handle.execute("""
                create temp table undo_heir on commit drop as
                select r.visitor_id, r.message_id, min(r.import_id) as import_id
                from event_repeat r join event e using (visitor_id, message_id)
                where e.import_id = %1$d and r.import_id <> %1$d group by 1, 2
                """.formatted(importId));
        handle.execute("analyze undo_heir");
        handle.execute("""
                update event e set import_id = heir.import_id from undo_heir heir
                where heir.visitor_id = e.visitor_id and heir.message_id = e.message_id;
                delete from event_repeat r using undo_heir heir
                where r.visitor_id = heir.visitor_id and r.message_id = heir.message_id and r.import_id = heir.import_id;
                drop table undo_heir
                """);
        handle.execute("delete from event_repeat where import_id = ?", importId);
    }
}
