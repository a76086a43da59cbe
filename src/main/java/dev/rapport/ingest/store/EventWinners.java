package dev.rapport.ingest.store;

import dev.rapport.ingest.row.Repeat;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Of events with one key the first or the last of the file; without keys an event is named by its content and how often
 * that came before. Repetitions are few, so the rows stay where they wait, and only what is repeated is touched.
 */
final class EventWinners {
    private EventWinners() {}

    static void choose(Connection connection, Repeat repeat) throws SQLException {
        boolean keyed = Sql.number(
                        connection,
                        "select count(*) from (select from import_stage where content is not null limit 1) as c")
                == 0;
        Sql.execute(connection, "alter table import_stage rename to import_winner");
        Sql.execute(connection, """
                create temp table import_again on commit drop as
                select message from import_winner group by message having count(*) > 1
                """);
        Sql.execute(connection, "analyze import_again");
        if (Sql.number(connection, "select count(*) from (select from import_again limit 1) as a") == 0) {
            return;
        }
        Sql.execute(connection, keyed ? """
                delete from import_winner where row in (
                    select row from (
                        select row, row_number() over (partition by person, message order by row %s) as place
                        from import_winner where message in (select message from import_again)
                    ) as repeated where place > 1)
                """.formatted(repeat == Repeat.LAST ? "desc" : "asc") : """
                update import_winner w set message = md5('#' || w.content || '#' || place)::uuid
                from (
                    select row, row_number() over (partition by content order by row) as place
                    from import_winner where message in (select message from import_again)
                ) as repeated where repeated.place > 1 and repeated.row = w.row
                """);
    }
}
