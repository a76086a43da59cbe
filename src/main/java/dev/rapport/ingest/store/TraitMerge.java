package dev.rapport.ingest.store;

import dev.rapport.ingest.row.Mapping;
import dev.rapport.ingest.row.Mapping.TraitColumn;
import dev.rapport.ingest.row.Repeat;
import dev.rapport.ingest.row.Target;
import dev.rapport.rollup.DirtyDays;
import dev.rapport.segment.SegmentGroups;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What rows say of people: traits, appended. A value that only repeats the one before it says nothing new. Names and
 * addresses are kept as traits as well ({@code $name}), so that taking an import back brings the former ones back.
 */
final class TraitMerge {
    private TraitMerge() {}

    /** Leaves the visitors of whom something new was learnt in {@code import_touched}. */
    static void run(Connection connection, Target target, Mapping mapping, Repeat repeat, int importId)
            throws SQLException {
        Sql.execute(connection, "create temp table import_touched (visitor_id int) on commit drop");
        for (int i = 0; i < mapping.traits().size(); i++) {
            TraitColumn trait = mapping.traits().get(i);
            boolean dated = trait.dated() && target.at().isPresent();
            String since = dated
                    ? "coalesce(" + Staging.column(target.at().orElseThrow()) + ", '-infinity')"
                    : "'-infinity'::timestamptz";
            append(connection, trait.trait().strip(), "t_" + i, since, repeat, importId);
        }
        if (target.key().equals("people")) {
            append(connection, "$name", Staging.column("name"), "'-infinity'::timestamptz", repeat, importId);
            append(connection, "$email", Staging.column("email"), "'-infinity'::timestamptz", repeat, importId);
            append(
                    connection,
                    "$since",
                    Staging.column("since") + "::text",
                    "'-infinity'::timestamptz",
                    repeat,
                    importId);
            names(connection, "select visitor_id from import_touched", true);
        }
        groups(connection, mapping, importId);
    }

    private static void append(
            Connection connection, String trait, String value, String since, Repeat repeat, int importId)
            throws SQLException {
        String unlessKnown = repeat == Repeat.FIRST
                ? "and not exists (select from person_trait k where k.visitor_id = v.id and k.trait = ? and k.since = t.since)"
                : "and ?::text is not null";
        Sql.update(
                connection,
                """
                with said as (
                    select person, %1$s as value, %2$s as since, row from import_winner
                    where person is not null and %1$s is not null
                ), last_said as (
                    select distinct on (person, since) person, since, value, row from said
                    order by person, since, row %3$s
                ), news as (
                    select person, since, value, row, lag(value) over (partition by person order by since) as before
                    from last_said
                ), added as (
                    insert into person_trait (visitor_id, trait, value, since, import_id)
                    select v.id, ?, t.value, t.since, ?::int from news t join visitor v on v.key = t.person
                    where t.before is distinct from t.value %4$s
                    order by v.id, t.since
                    on conflict do nothing returning visitor_id
                )
                insert into import_touched select distinct visitor_id from added
                """.formatted(value, since, repeat == Repeat.FIRST ? "asc" : "desc", unlessKnown),
                trait,
                importId,
                trait);
    }

    /**
     * Name, address and beginning of the people of these visitors, as learnt last.
     *
     * @param keep what nobody has taught stays as it is; else it goes
     */
    static void names(Connection connection, String visitors, boolean keep) throws SQLException {
        Sql.update(connection, """
                with learnt as (
                    select distinct on (v.person_id, t.trait) v.person_id, t.trait, t.value
                    from person_trait t join visitor v on v.id = t.visitor_id
                    where t.trait in ('$name', '$email', '$since')
                      and v.person_id in (select person_id from visitor where id in (%1$s))
                    order by v.person_id, t.trait, t.id desc
                ), concerned as (select distinct person_id from visitor where id in (%1$s))
                update person p set
                    name = coalesce(
                        (select value from learnt l where l.person_id = p.id and trait = '$name'), %2$s),
                    email = coalesce(
                        (select value from learnt l where l.person_id = p.id and trait = '$email'), %3$s,
                        (select min(substr(key, 3)) from visitor e where e.person_id = p.id and e.key like 'e:%%')),
                    created_at = coalesce(
                        (select value::timestamptz from learnt l where l.person_id = p.id and trait = '$since'), created_at)
                from concerned where concerned.person_id = p.id
                """.formatted(visitors, keep ? "p.name" : "null", keep ? "p.email" : "null"));
    }

    private static void groups(Connection connection, Mapping mapping, int importId) throws SQLException {
        boolean fresh = false;
        for (TraitColumn trait : mapping.traits()) {
            String name = trait.trait().strip();
            if (trait.group()
                    && Sql.number(connection, "select count(*) from segment_group where trait = ?", name) == 0) {
                int id = SegmentGroups.ensureFor(connection, name, title(name));
                Sql.update(connection, "insert into import_created values (?, 'segment_group', ?)", importId, id);
                fresh = true;
            }
        }
        if (fresh) {
            DirtyDays.markAll(connection);
            SegmentRefresh.refreshAll(connection);
        } else {
            SegmentRefresh.refresh(
                    connection, "select person_id from visitor where id in (select visitor_id from import_touched)");
        }
    }

    /** {@code user_lifecycle} reads better as User lifecycle. */
    private static String title(String trait) {
        String words = trait.replaceAll("[_\\s]+", " ").strip();
        return words.isEmpty() ? trait : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
