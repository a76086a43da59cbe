package dev.rapport.person;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Derives whom visitors mean from what was said of them. An address or a handle means the customer whose number alone was named
 * with it; else a visitor means the one as whom it was first identified; else the person it came with. Who was
 * identified by one that moves, moves along.
 */
final class PersonOfVisitor {
    /** From a device over an address to a customer there are two steps; more would be a circle. */
    private static final int MOST_STEPS = 5;

    private static final String MOVING = SqlFile.of("person/moving_persons");

    private PersonOfVisitor() {}

    /**
     * Moves those who mean somebody else by now; the days of all concerned are dirty then.
     *
     * @param visitors SQL that selects visitor ids
     * @return the people they went from and to
     */
    static int[] derive(Handle handle, String visitors) {
        handle.execute("create temp table moved (visitor_id int, former int, towards int) on commit drop");
        handle.execute("create temp table concerned on commit drop as select distinct id from (" + visitors
                + ") as chosen(id)");
        for (int step = 0; step < MOST_STEPS; step++) {
            handle.execute("analyze concerned");
            if (!step(handle)) {
                break;
            }
        }
        int[] people = concerned(handle);
        handle.execute("drop table concerned, moved");
        return people;
    }

    /** Leaves in {@code concerned} who may have to move along. */
    private static boolean step(Handle handle) {
        handle.execute(MOVING);
        handle.execute("delete from moving where former = towards and (joined or home is null)");
        handle.execute("analyze moving");
        home(handle);
        int moved = handle.execute("""
                update visitor v set person_id = m.towards,
                    home_person_id = case when m.joined then coalesce(m.home, m.former) end
                from moving m where m.visitor_id = v.id
                """);
        handle.execute("insert into moved select visitor_id, former, towards from moving");
        handle.execute("truncate concerned");
        if (moved > 0) {
            handle.execute("insert into concerned select distinct said.visitor_id from moving m"
                    + " join identification said on said.known_visitor_id = m.visitor_id");
        }
        handle.execute("drop table moving");
        return moved > 0;
    }

    /** A person for each visitor that has to stand alone and never did. */
    private static void home(Handle handle) {
        handle.execute("""
                with alone as materialized (
                    select visitor_id, key, import_id, nextval(pg_get_serial_sequence('person', 'id'))::int as person_id
                    from (select * from moving where towards is null order by key collate "C") as waiting
                ), made as (
                    insert into person (id, email, import_id) overriding system value
                    select person_id, case when key like 'e:%' then substr(key, 3) end, import_id from alone
                )
                update moving set towards = alone.person_id from alone where alone.visitor_id = moving.visitor_id
                """);
    }

    private static int[] concerned(Handle handle) {
        String concerned = "select former from moved union select towards from moved";
        int[] people =
                handle
                        .select("select id from (%s) as p(id) order by id".formatted(concerned))
                        .mapTo(Integer.class)
                        .stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (people.length > 0) {
            DirtyDays.markPeople(handle, concerned);
        }
        return people;
    }
}
