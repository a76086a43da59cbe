package dev.rapport.ingest.store;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlFile;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.StoragePath;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.segment.SegmentGroups;
import dev.rapport.segment.SegmentRefresh;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

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
    static void run(Handle handle, FactType target, Mapping mapping, KeyRepeat repeat, int importId) {
        handle.execute("create temp table import_touched (visitor_id int) on commit drop");
        for (int i = 0; i < mapping.traits().size(); i++) {
            TraitColumn trait = mapping.traits().get(i);
            boolean dated = trait.dated() && target.at().isPresent();
            String since = dated
                    ? "coalesce(" + Staging.column(target.at().orElseThrow()) + ", '-infinity')"
                    : "'-infinity'::timestamptz";
            append(handle, trait.trait().strip(), "t_" + i, since, repeat, importId);
        }
        if (target.storagePath() == StoragePath.PEOPLE) {
            append(handle, "$name", Staging.column("name"), "'-infinity'::timestamptz", repeat, importId);
            append(handle, "$email", Staging.column("email"), "'-infinity'::timestamptz", repeat, importId);
            append(handle, "$since", Staging.column("since") + "::text", "'-infinity'::timestamptz", repeat, importId);
            names(handle, "select visitor_id from import_touched", true);
        }
        groups(handle, mapping, importId);
    }

    private static void append(
            Handle handle, String trait, String value, String since, KeyRepeat repeat, int importId) {
        String unlessKnown = repeat == KeyRepeat.FIRST
                ? "where not exists (select from person_trait k"
                        + " where k.visitor_id = t.visitor_id and k.trait = ? and k.since = t.since)"
                : "where ?::text is not null";
        handle.execute(
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
    static void names(Handle handle, int[] people, boolean keep) {
        if (people.length > 0) {
            String ids = Arrays.stream(people).mapToObj(Integer::toString).collect(Collectors.joining(","));
            names(handle, "select id from visitor where person_id = any ('{" + ids + "}')", keep);
        }
    }

    /**
     * Name, address and beginning of the people of these visitors, as learnt last.
     *
     * @param keep what nobody has taught stays as it is; else it goes
     */
    static void names(Handle handle, String visitors, boolean keep) {
        // put side by side before they are joined: looked up one by one, people would cost the square of their number
        handle.execute(SqlFile.of("ingest/name_people")
                .formatted(
                        visitors,
                        keep ? "p.name" : "null",
                        keep ? OWN_EMAIL : "null",
                        keep ? "p.created_at" : "a.created_at"));
    }

    private static void groups(Handle handle, Mapping mapping, int importId) {
        boolean fresh = false;
        for (TraitColumn trait : mapping.traits()) {
            String name = trait.trait().strip();
            if (!trait.group()) {
                continue;
            }
            boolean known = handle.execute("""
                    insert into import_created (import_id, kind, ref)
                    select distinct ?::int, kind, ref from import_created join segment_group g on g.id = ref
                    where kind = 'segment_group' and g.trait = ? on conflict do nothing
                    """, importId, name) > 0;
            if (!known
                    && handle.select("select count(*) from segment_group where trait = ?", name)
                                    .mapTo(long.class)
                                    .one()
                            == 0) {
                int id = SegmentGroups.ensureFor(handle, name, title(name));
                handle.execute("insert into import_created values (?, 'segment_group', ?)", importId, id);
                fresh = true;
            }
        }
        if (fresh) {
            DirtyDays.markAll(handle);
            SegmentRefresh.refreshAll(handle);
        } else {
            SegmentRefresh.refresh(
                    handle, "select person_id from visitor where id in (select visitor_id from import_touched)");
        }
    }

    /** {@code user_lifecycle} reads better as User lifecycle. */
    private static String title(String trait) {
        String words = trait.replaceAll("[_\\s]+", " ").strip();
        return words.isEmpty() ? trait : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
