package dev.rapport.ingest.store;

import dev.rapport.fact.FactTypes;
import org.jdbi.v3.core.Handle;

/** Undoes what an import said of people, and removes the people of whom nobody else speaks. */
final class UndoPeople {
    private final Handle handle;
    private final int importId;

    UndoPeople(Handle handle, int importId) {
        this.handle = handle;
        this.importId = importId;
    }

    /** Leaves in {@code undo_trait} of which visitors something has been taken back. */
    void takeTraits() {
        handle.execute(
                "create temp table undo_said on commit drop as select id, visitor_id, trait from person_trait where import_id = "
                        + importId);
        handle.execute("analyze undo_said");
        RepeatedRows.handOver(handle, "person_trait", "undo_said", importId);
        handle.execute("delete from import_repeat where import_id = ?", importId);
        handle.execute("""
                create temp table undo_trait on commit drop as
                select visitor_id, bool_or(trait like '$%') as named from undo_said group by 1
                """);
        handle.execute("analyze undo_trait");
        handle.execute("delete from person_trait where id in (select id from undo_said)");
        TraitMerge.names(handle, "select visitor_id from undo_trait where named", false);
    }

    /**
     * Takes the groups away that no import which is left asks for.
     *
     * @return whether there were any
     */
    boolean takeGroups() {
        return handle.execute("""
                delete from segment_group g using import_created c
                where c.import_id = ? and c.kind = 'segment_group' and c.ref = g.id
                  and not exists (
                      select from import_created other join import_job job on job.id = other.import_id
                      where other.kind = c.kind and other.ref = c.ref and other.import_id <> c.import_id
                        and job.state <> 'undone')
                """, importId) > 0;
    }

    /** Also what former, undone imports made and this one kept alive. */
    void take() {
        String undone = "(import_id = %1$d or import_id in (select id from import_job where state = 'undone'))"
                .formatted(importId);
        handle.execute("create temp table undo_visitor on commit drop as select id from visitor where " + undone);
        handle.execute("analyze undo_visitor");
        // events have an index by visitor, and there may be many more of them than visitors are looked for
        handle.execute(users() + """
                 delete from visitor where id in (
                    select v.id from undo_visitor v
                    where not exists (select from undo_user f where f.visitor_id = v.id)
                      and (select 1 from event f where f.visitor_id = v.id limit 1) is null)
                """);
        handle.execute("""
                create temp table undo_person on commit drop as
                select id from person p where %s
                  and not exists (select from visitor v where v.person_id = p.id)
                  and not exists (select from visitor v where v.home_person_id = p.id)
                """.formatted(undone));
        handle.execute("analyze undo_person");
        handle.execute("delete from person where id in (select id from undo_person)");
        for (String derived : new String[] {"membership", "person_signature"}) {
            handle.execute("delete from %s where person_id in (select id from undo_person)".formatted(derived));
        }
    }

    /** Visitors of whom facts with few rows speak, or what was said of people. */
    private static String users() {
        return "with undo_user as materialized ("
                + String.join(
                        " union all ",
                        FactTypes.tablesOfPersons()
                                .map(table -> "select visitor_id from " + table + " where visitor_id is not null")
                                .toList())
                + """
                 union all select visitor_id from person_trait
                 union all select visitor_id from identification
                 union all select known_visitor_id from identification
                 union all select v.id from address_claim c join visitor v on v.key = 'u:' || c.number
                )""";
    }
}
