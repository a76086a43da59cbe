package dev.rapport.ingest.store;

import dev.rapport.customer.Identities;
import dev.rapport.rollup.DirtyDays;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes back exactly what one import brought. Versions that it had put out of force come back, unless another import has
 * put newer ones in their place; people, visitors and entries of dictionaries go when it made them and nobody else refers
 * to them. The transaction is the caller's.
 */
public final class Undo {
    private final Connection connection;
    private final int importId;

    public Undo(Connection connection, int importId) {
        this.connection = connection;
        this.importId = importId;
    }

    public void run() throws SQLException {
        StoreLock.take(connection);
        for (FactTable fact : FactTable.BY_TARGET.values()) {
            fact(fact);
        }
        DirtyDays.mark(connection, "behaviour", "select at from event where import_id = " + importId);
        Sql.update(connection, "delete from event where import_id = ?", importId);
        int[] split = Identities.undo(connection, importId);
        traits();
        SegmentRefresh.refresh(connection, split);
        people();
        dictionaries();
        Sources.removeUnused(connection, importId);
    }

    private void fact(FactTable fact) throws SQLException {
        String mine = "import_id = " + importId;
        if (fact.family().isPresent()) {
            DirtyDays.mark(connection, fact.family().get(), fact.momentsWhere(mine));
        }
        Sql.execute(connection, "drop table if exists undo_key");
        Sql.execute(
                connection,
                "create temp table undo_key on commit drop as select distinct key from %s where current and %s"
                        .formatted(fact.name(), mine));
        Sql.execute(connection, "delete from %s where %s".formatted(fact.name(), mine));
        Sql.execute(connection, "drop table if exists undo_back");
        Sql.execute(connection, """
                create temp table undo_back on commit drop as
                select max(f.id) as id from %s f join undo_key k on k.key = f.key group by f.key
                """.formatted(fact.name()));
        Sql.execute(
                connection,
                "update %s set current = true where id in (select id from undo_back)".formatted(fact.name()));
        if (fact.family().isPresent()) {
            DirtyDays.mark(connection, fact.family().get(), fact.momentsWhere("id in (select id from undo_back)"));
        }
    }

    private void traits() throws SQLException {
        Sql.execute(connection, """
                create temp table undo_trait on commit drop as
                select visitor_id, bool_or(trait like '$%') as named from person_trait where import_id = %d group by 1
                """.replace("%d", String.valueOf(importId)));
        Sql.update(connection, "delete from person_trait where import_id = ?", importId);
        TraitMerge.names(connection, "select visitor_id from undo_trait where named", false);
        boolean groups = Sql.update(connection, """
                delete from segment_group g using import_created c
                where c.import_id = ? and c.kind = 'segment_group' and c.ref = g.id
                  and not exists (select from person_trait t where t.trait = g.trait)
                """, importId) > 0;
        if (groups) {
            DirtyDays.markAll(connection);
            SegmentRefresh.refreshAll(connection);
        } else {
            SegmentRefresh.refresh(
                    connection, "select person_id from visitor where id in (select visitor_id from undo_trait)");
        }
    }

    /** Also what former, undone imports made and this one kept alive. */
    private void people() throws SQLException {
        String undone = "(import_id = %1$d or import_id in (select id from import_job where state = 'undone'))"
                .formatted(importId);
        Sql.execute(
                connection,
                "create temp table undo_person on commit drop as select distinct person_id from visitor where "
                        + undone);
        Sql.execute(connection, users() + """
                 delete from visitor v where %s
                  and not exists (select from event f where f.visitor_id = v.id)
                  and not exists (select from person_trait f where f.visitor_id = v.id)
                  and not exists (select from identification f where f.visitor_id = v.id)
                  and not exists (select from undo_user f where f.visitor_id = v.id)
                """.formatted(undone));
        Sql.execute(connection, """
                delete from person p where %s and id in (select person_id from undo_person)
                  and not exists (select from visitor v where v.person_id = p.id)
                  and not exists (select from identification i where i.former_person_id = p.id or i.person_id = p.id)
                """.formatted(undone));
        for (String derived : new String[] {"membership", "person_signature"}) {
            Sql.execute(connection, """
                    delete from %s where person_id in (select person_id from undo_person)
                      and not exists (select from person p where p.id = person_id)
                    """.formatted(derived));
        }
    }

    /** Visitors whom facts with few rows speak of. */
    private static String users() {
        return "with undo_user as materialized ("
                + String.join(
                        " union all ",
                        FactTable.BY_TARGET.values().stream()
                                .filter(FactTable::hasPerson)
                                .map(fact -> "select visitor_id from " + fact.name() + " where visitor_id is not null")
                                .toList())
                + ")";
    }

    private void dictionaries() throws SQLException {
        unused("traffic_source", "source_id");
        unused("event_name", "name_id");
        unused("page", "page_id");
        NameMerge.removeUnused(connection, importId);
        Sql.update(connection, """
                delete from survey s where import_id = ?
                  and not exists (select from response r where r.survey_id = s.id)
                  and not exists (select from invitation i where i.survey_id = s.id)
                """, importId);
    }

    private void unused(String table, String column) throws SQLException {
        if (Sql.number(
                        connection,
                        "select count(*) from import_created where import_id = ? and kind = ?",
                        importId,
                        table)
                == 0) {
            return;
        }
        // events have no index by dictionary entry: one pass over them for all entries
        Sql.update(connection, """
                with used as materialized (select distinct %2$s as id from event)
                delete from %1$s d using import_created c
                where c.import_id = ? and c.kind = ? and c.ref = d.id and not exists (select from used where used.id = d.id)
                """.formatted(table, column), importId, table);
    }
}
