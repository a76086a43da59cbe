package dev.rapport.ingest.store;

import dev.rapport.ingest.row.Mapping;
import dev.rapport.ingest.row.Repeat;
import dev.rapport.ingest.row.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tells of people who is new, of whom something else was known, and of whom nothing new is said. */
final class PeopleNews {
    private static final int KEPT = 100_000;

    private PeopleNews() {}

    static Counts classify(Connection connection, Target target, Mapping mapping, Winners winners, long staged)
            throws SQLException {
        boolean first = mapping.repeats(target) == Repeat.FIRST;
        List<String> others = new ArrayList<>();
        others.add(other("'$name'", Staging.column("name")));
        others.add(other("'$email'", Staging.column("email")));
        others.add(other("'$since'", Staging.column("since") + "::text"));
        for (int i = 0; i < mapping.traits().size(); i++) {
            String name = mapping.traits().get(i).trait().strip().replace("'", "''");
            others.add(other("'" + name + "'", "w.t_" + i));
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) filter (where v.id is null),
                               count(*) filter (where v.id is not null and (%s))
                        from import_winner w left join visitor v on v.key = w.person
                        """.formatted(String.join(" or ", others)))) {
            row.next();
            long stored = row.getLong(1);
            long other = row.getLong(2);
            long same = staged - stored - other - winners.repeated();
            return new Counts(stored, same, first ? 0 : other, first ? other : 0, winners.repeated(), 0);
        }
    }

    /** The row says of somebody known what was not known last. */
    private static String other(String trait, String column) {
        String value = column.startsWith("w.") ? column : "w." + column;
        return """
                %2$s is not null and %2$s is distinct from (
                    select t.value from person_trait t where t.visitor_id = v.id and t.trait = %1$s
                    order by t.since desc, t.id desc limit 1)
                """.formatted(trait, value);
    }

    /** Once traits are stored: which values took the place of which. */
    static void keepReplaced(Connection connection, int importId) throws SQLException {
        Sql.update(
                connection,
                """
                insert into import_replaced (import_id, line, key, former_id, changes)
                select ?, w.line, substr(w.person, 3), max(former.import_id),
                       jsonb_object_agg(ltrim(fresh.trait, '$'), jsonb_build_array(former.value, fresh.value))
                from import_winner w join visitor v on v.key = w.person
                join person_trait fresh on fresh.visitor_id = v.id and fresh.import_id = ?
                cross join lateral (
                    select t.value, t.import_id from person_trait t
                    where t.visitor_id = v.id and t.trait = fresh.trait and t.id < fresh.id
                    order by t.since desc, t.id desc limit 1
                ) as former
                where former.value <> fresh.value and former.import_id is distinct from ?::int
                group by w.line, w.person order by w.line limit %d
                """.formatted(KEPT),
                importId,
                importId,
                importId);
    }
}
