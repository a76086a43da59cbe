package dev.rapport.ingest.store;

import dev.rapport.db.BinaryCopy;
import dev.rapport.fact.KeyRepeat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Chooses of the events with one key the first or the last of the file. Without keys an event is named by its content
 * and how often that came before. Repetitions are few, so the rows stay where they wait, and only what is repeated is
 * touched.
 */
final class EventWinners {
    private EventWinners() {}

    /**
     * Keeps the ids that may be repeated, and perhaps are not, in {@code import_again}.
     *
     * @param suspects as met while the rows were read; when that was too many, they are looked for here
     */
    static void remember(Handle handle, Optional<List<UUID>> suspects) {
        handle.execute("create temp table import_again (message uuid)");
        if (suspects.isEmpty()) {
            handle.execute("""
                    insert into import_again select message from import_event group by message having count(*) > 1
                    """);
            return;
        }
        try (BinaryCopy copy = BinaryCopy.streamed(handle, "import_again", 1)) {
            for (UUID message : suspects.get()) {
                copy.row().uuid(message);
            }
            copy.end();
        }
    }

    /**
     * What is known already is told only when it is stored.
     *
     * @return what gave way to another row of the file; all others as if they were new
     */
    static ImportCounts choose(Handle handle, KeyRepeat repeat, long staged) {
        if (handle.select("select count(*) from (select from import_again limit 1) as a")
                        .mapTo(long.class)
                        .one()
                == 0) {
            return new ImportCounts(staged, 0, 0, 0, 0, 0);
        }
        handle.execute("analyze import_again");
        boolean keyed =
                handle.select("select count(*) from (select from import_event where content is not null limit 1) as c")
                                .mapTo(long.class)
                                .one()
                        == 0;
        if (keyed) {
            return keepOne(handle, repeat, staged);
        }
        number(handle);
        return new ImportCounts(staged, 0, 0, 0, 0, 0);
    }

    private static ImportCounts keepOne(Handle handle, KeyRepeat repeat, long staged) {
        handle.execute("""
                create temp table import_gone on commit drop as
                select row, differs from (
                    select row, row_number() over chosen as place,
                           (f_at, name_no) is distinct from (first_value(f_at) over chosen, first_value(name_no) over chosen)
                               as differs
                    from import_event e join import_person p on p.no = e.person_no
                    where message in (select message from import_again)
                    window chosen as (partition by p.key, message order by row %s)
                ) as repeated where place > 1
                """.formatted(repeat == KeyRepeat.LAST ? "desc" : "asc"));
        long gone = handle.execute("delete from import_event where row in (select row from import_gone)");
        long repeated = handle.select("select count(*) from import_gone where differs")
                .mapTo(long.class)
                .one();
        if (gone > 0) {
            // what only they said has not been said
            handle.execute("""
                    delete from import_name where no not in (select name_no from import_event);
                    delete from import_page where no not in (select page_no from import_event where page_no is not null);
                    delete from import_way where no not in (select way_no from import_event where way_no is not null);
                    delete from import_pairing where no not in (select pair_no from import_event where pair_no is not null)
                    """);
        }
        return new ImportCounts(staged - gone, gone - repeated, 0, 0, repeated, 0);
    }

    /** With those told apart that are known, before any is stored. */
    static ImportCounts foresee(Handle handle, ImportCounts met) {
        handle.execute("analyze import_event; analyze import_person; analyze import_name");
        return handle.select("""
                        select count(*), count(*) filter (where known.at <> e.f_at or known.name_id is distinct from n.id)
                        from import_event e
                        join import_person p on p.no = e.person_no
                        join visitor v on v.key = p.key
                        join event known on known.visitor_id = v.id and known.message_id = e.message
                        left join import_name i on i.no = e.name_no
                        left join event_name n on n.name = i.name
                        """)
                .map((row, context) -> {
                    long known = row.getLong(1);
                    long kept = row.getLong(2);
                    return new ImportCounts(
                            met.stored() - known, met.same() + known - kept, 0, kept, met.repeated(), 0);
                })
                .one();
    }

    private static void number(Handle handle) {
        handle.execute("""
                update import_event e set message = md5('#' || e.content || '#' || place)::uuid
                from (
                    select row, row_number() over (partition by content order by row) as place
                    from import_event where message in (select message from import_again)
                ) as repeated where repeated.place > 1 and repeated.row = e.row
                """);
    }
}
