package dev.rapport.rollup;

import static dev.rapport.rollup.Statements.execute;
import static dev.rapport.rollup.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Drops all that is derived from facts and makes it again, in one transaction: readers see the old until the new is whole.
 * Progress is told through a second connection.
 */
final class Rebuild {
    /** Every day that some fact of the family falls into. */
    private static final String DAYS = """
            select distinct (at at time zone ?)::date from (%s) as moment(at) where at is not null
            """;

    private final DataSource dataSource;
    private final List<Contribution> contributions;

    Rebuild(DataSource dataSource, List<Contribution> contributions) {
        this.dataSource = dataSource;
        this.contributions = contributions;
    }

    boolean isDue(Connection connection, ZoneId zone) throws SQLException {
        try (var statement = Statements.prepare(
                        connection,
                        "select rebuild_state in ('requested', 'running') or zone <> ? from rollup_state",
                        zone.getId());
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    void run(Connection connection, ZoneId zone) throws SQLException {
        try {
            Transactions.inOneView(connection, () -> {
                // Seen with the same eyes as the facts: what is marked later stays dirty.
                execute(connection, """
                        create temp table rollup_mark_seen on commit preserve rows as
                        select family, day, marked from dirty_day
                        """);
                for (String table : List.of(
                        "session",
                        "purchase",
                        "person_first",
                        "invited_survey",
                        "cell",
                        "cell_total",
                        "cell_marginal",
                        "cell_month",
                        "cell_total_month",
                        "cell_marginal_month",
                        "day_set",
                        "month_set")) {
                    execute(connection, "delete from " + table);
                }
                compute(connection, zone);
            });
            finish(connection, zone);
        } finally {
            execute(connection, "drop table if exists rollup_mark_seen");
        }
    }

    private void compute(Connection connection, ZoneId zone) throws SQLException {
        var days = new TreeMap<String, SortedSet<LocalDate>>();
        int total = 0;
        for (Contribution contribution : contributions) {
            String moments = Moments.of(contribution.family());
            days.put(contribution.family(), Statements.days(connection, DAYS.formatted(moments), zone.getId()));
            total += months(days.get(contribution.family())).size();
        }
        int done = 0;
        for (Contribution contribution : contributions) {
            var left = new TreeSet<>(days.get(contribution.family()));
            for (YearMonth month : months(left)) {
                progress(done++, total);
                SortedSet<LocalDate> chunk =
                        new TreeSet<>(left.headSet(month.plusMonths(1).atDay(1)));
                left.removeAll(chunk);
                new DayRefresh(connection, zone).refresh(contribution, chunk, left);
                note(connection, contribution.family(), chunk);
            }
        }
    }

    private static void note(Connection connection, String family, SortedSet<LocalDate> days) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into day_refresh (family, day, first_at, refreshed_at)
                select ?, day, now(), now() from unnest(?) as day
                on conflict (family, day) do nothing
                """)) {
            statement.setString(1, family);
            statement.setArray(2, Statements.dates(connection, days));
            statement.executeUpdate();
        }
    }

    private static Set<YearMonth> months(SortedSet<LocalDate> days) {
        return days.stream().map(YearMonth::from).collect(Collectors.toCollection(TreeSet::new));
    }

    private void progress(int done, int total) throws SQLException {
        try (Connection other = dataSource.getConnection()) {
            update(
                    other,
                    "update rollup_state set rebuild_state = 'running', rebuild_done = ?, rebuild_total = ?",
                    done,
                    total);
        }
    }

    private static void finish(Connection connection, ZoneId zone) throws SQLException {
        update(connection, """
                update rollup_state set version = version + 1, refreshed_at = now(), zone = ?,
                    rebuild_state = 'idle', rebuild_done = rebuild_total
                """, zone.getId());
        execute(connection, """
                delete from dirty_day using rollup_mark_seen as seen
                where dirty_day.family = seen.family and dirty_day.day = seen.day and dirty_day.marked = seen.marked
                """);
    }
}
