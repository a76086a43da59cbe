package dev.rapport.ingest.store;

import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactTypes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Removes entries of dictionaries that imports made, once all those imports are undone and nothing speaks of them.
 * Facts stay, as does what people set up. What a person has made or edited is theirs, and stays.
 */
final class Leftovers {
    /** What people set up for a channel, and how visitors arrived. */
    private static final List<String> WITH_CHANNEL = List.of("channel_rule", "target", "annotation", "traffic_source");

    private final Handle handle;
    private final int importId;

    Leftovers(Handle handle, int importId) {
        this.handle = handle;
        this.importId = importId;
    }

    void remove() {
        unused("traffic_source", "select distinct source_id from event");
        unused("event_name", "select distinct name_id from event");
        unused("page", "select distinct page_id from event");
        unused("channel", channels());
        surveys();
        values();
    }

    private static String channels() {
        return Stream.concat(
                        Stream.concat(FactTypes.tables().stream().map(FactTable::name), WITH_CHANNEL.stream())
                                .map(table -> "select channel_id from " + table),
                        Stream.of("select given_channel_id from traffic_source"))
                .collect(Collectors.joining(" union "));
    }

    /** @param used SQL that selects the ids that are spoken of, in one pass for all entries; nulls do not matter */
    private void unused(String table, String used) {
        handle.execute("""
                create temp table undo_entry on commit drop as
                select distinct c.ref from import_created c join import_job job on job.id = c.import_id
                where c.kind = '%1$s' and (job.state = 'undone' or c.import_id = %2$d)
                  and not exists (
                      select from import_created other join import_job theirs on theirs.id = other.import_id
                      where other.kind = c.kind and other.ref = c.ref and theirs.state <> 'undone'
                        and other.import_id <> %2$d)
                """.formatted(table, importId));
        if (handle.select("select count(*) from undo_entry").mapTo(long.class).one() > 0) {
            handle.execute("analyze undo_entry");
            handle.execute("""
                    with used as materialized (%2$s)
                    delete from %1$s d using undo_entry e
                    where e.ref = d.id and not exists (select from used as u(id) where u.id = d.id)
                    """.formatted(table, used));
            handle.execute("""
                    delete from import_created c using undo_entry e
                    where c.kind = '%1$s' and c.ref = e.ref and not exists (select from %1$s d where d.id = e.ref)
                    """.formatted(table));
        }
        handle.execute("drop table undo_entry");
    }

    private void surveys() {
        handle.execute("""
                delete from survey s
                where (import_id = ? or import_id in (select id from import_job where state = 'undone'))
                  and not exists (select from response r where r.survey_id = s.id)
                  and not exists (select from invitation i where i.survey_id = s.id)
                """, importId);
    }

    /** Values that were only ever met in files, of nobody by now. */
    private void values() {
        handle.execute("""
                with held as materialized (select distinct value_id from membership)
                delete from segment_value v using segment_group g
                where g.id = v.group_id and g.ranges = '[]' and g.trait is not null and v.key <> 'none'
                  and not exists (select from held where held.value_id = v.id)
                  and not exists (select from target t where t.segment_group = g.key and t.segment_value = v.key)
                  and not exists (
                      select from health_weights w where w.segment_group = g.key and w.segment_value = v.key)
                """);
    }
}
