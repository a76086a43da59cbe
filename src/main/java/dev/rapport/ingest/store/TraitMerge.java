package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.Sql;
import dev.rapport.db.SqlFile;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.segment.SegmentGroups;
import dev.rapport.segment.SegmentRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Stores what rows say of people: traits, appended. A value that only repeats the one before it says nothing new. Names
 * and addresses are kept as traits as well ({@code $name}), so that taking an import back brings the former ones back.
 */
final class TraitMerge {
    /** Unless it has turned out to be somebody else's. */
    private static final String OWN_EMAIL = """
            case when not exists (
                select from visitor other where other.key = 'e:' || p.email and other.person_id <> p.id) then p.email end""";

    private TraitMerge() {}

    /** Leaves the visitors of whom something new was learnt in {@code import_touched}. */
    static void run(Connection connection, FactType target, Mapping mapping, KeyRepeat repeat, int importId)
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
            Connection connection, String trait, String value, String since, KeyRepeat repeat, int importId)
            throws SQLException {
        String unlessKnown = repeat == KeyRepeat.FIRST
                ? "where not exists (select from person_trait k"
                        + " where k.visitor_id = t.visitor_id and k.trait = ? and k.since = t.since)"
                : "where ?::text is not null";
        Sql.update(
                connection,
                SqlFile.of("ingest/append_traits")
                        .formatted(value, since, repeat == KeyRepeat.FIRST ? "asc" : "desc", unlessKnown),
                importId,
                trait,
                importId,
                trait,
                importId,
                trait);
    }

    /** As below, of people whose identities have been joined or parted. */
    static void names(Connection connection, int[] people, boolean keep) throws SQLException {
        if (people.length > 0) {
            String ids = Arrays.stream(people).mapToObj(Integer::toString).collect(Collectors.joining(","));
            names(connection, "select id from visitor where person_id = any ('{" + ids + "}')", keep);
        }
    }

    /**
     * Name, address and beginning of the people of these visitors, as learnt last.
     *
     * @param keep what nobody has taught stays as it is; else it goes
     */
    static void names(Connection connection, String visitors, boolean keep) throws SQLException {
        // put side by side before they are joined: looked up one by one, people would cost the square of their number
        Sql.update(
                connection,
                SqlFile.of("ingest/name_people")
                        .formatted(
                                visitors,
                                keep ? "p.name" : "null",
                                keep ? OWN_EMAIL : "null",
                                keep ? "p.created_at" : "a.created_at"));
    }

    private static void groups(Connection connection, Mapping mapping, int importId) throws SQLException {
        boolean fresh = false;
        for (TraitColumn trait : mapping.traits()) {
            String name = trait.trait().strip();
            if (!trait.group()) {
                continue;
            }
            boolean known = Sql.update(connection, """
                    insert into import_created (import_id, kind, ref)
                    select distinct ?::int, kind, ref from import_created join segment_group g on g.id = ref
                    where kind = 'segment_group' and g.trait = ? on conflict do nothing
                    """, importId, name) > 0;
            if (!known && Sql.number(connection, "select count(*) from segment_group where trait = ?", name) == 0) {
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
