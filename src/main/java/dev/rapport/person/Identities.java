package dev.rapport.person;

import dev.rapport.db.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Maps visitor keys to visitors and people, and joins those who turned out to be one. It takes whole sets at a time, on
 * the handle and in the transaction of whoever brings the facts. Facts are never moved: only the mapping changes,
 * and it is derived from what was said, so that taking one import back leaves what the others say, in whatever order
 * they came.
 */
public final class Identities {
    /** Held until the transaction ends: no two add or merge people at once, so that no id is drawn in vain. */
    private static final long LOCK = 0x7261_7070_6f72_0001L;

    private Identities() {}

    /**
     * Adds a visitor, and a person, for every key that has none. A {@code u:} key belongs to the person with that
     * customer number, if there is one; an {@code e:} or {@code h:} key to the customer who alone has
     * been named with that address or handle. Ids are
     * drawn in the order of the keys, only for those who are new.
     *
     * @param keys SQL that selects one text column of visitor keys, repeated or null as it likes
     * @return how many visitors are new
     */
    public static int ensure(Handle handle, String keys, @Nullable Integer importId) {
        lock(handle);
        return handle.execute(SqlFile.of("person/add_visitors").formatted(keys), importId, importId);
    }

    /**
     * What was anonymous turns out to be known. A device stays with whom it was first known, whoever uses it later. Keys that
     * do not exist yet are added.
     *
     * @param pairs SQL that selects (anonymous key, known key, timestamptz); of several for one, the earliest counts
     * @return the people concerned, on both sides: their segments are to be derived again; their days are marked dirty
     */
    public static int[] identify(Handle handle, String pairs, @Nullable Integer importId) {
        ensure(
                handle,
                "select unnest(array[anonymous, known]) from (%s) as pair(anonymous, known, at)".formatted(pairs),
                importId);
        handle.execute("""
                create temp table identified on commit drop as
                select a.id as visitor_id, k.id as known_id, min(pair.at) as at
                from (%s) as pair(anonymous, known, at)
                join visitor a on a.key = pair.anonymous join visitor k on k.key = pair.known and k.id <> a.id
                group by 1, 2
                """.formatted(pairs));
        handle.execute("analyze identified");
        handle.execute("""
                insert into identification (visitor_id, known_visitor_id, seen_at, import_id)
                select n.visitor_id, n.known_id, n.at, ?::int from identified n join visitor k on k.id = n.known_id
                where not exists (
                    select from identification said
                    where said.visitor_id = n.visitor_id and said.known_visitor_id = n.known_id
                      and said.import_id is not distinct from ?::int)
                order by n.at, k.key collate "C"
                """, importId, importId);
        int[] people = PersonOfVisitor.derive(handle, "select visitor_id from identified");
        handle.execute("drop table identified");
        return people;
    }

    /**
     * Numbers and addresses turn out to be one customer each: what is known by an address, or by a handle in a network, is the
     * customer's whose number alone was named with it. One that was named with several numbers is nobody's but its own.
     *
     * @param pairs SQL that selects (key of the identity by that address or handle, customer number); the numbers' visitors exist
     * @return the people concerned, as from {@link #identify}
     */
    public static int[] join(Handle handle, String pairs, @Nullable Integer importId) {
        lock(handle);
        handle.execute("create temp table joined (address text, number text) on commit drop");
        handle.execute("""
                insert into joined
                select distinct address, number from (%s) as pair(address, number) where address <> '' and number <> ''
                """.formatted(pairs));
        handle.execute("analyze joined");
        handle.execute("""
                insert into address_claim (address, number, import_id) select address, number, ?::int from joined
                order by address, number on conflict do nothing
                """, importId);
        int[] people = PersonOfVisitor.derive(handle, "select v.id from joined j join visitor v on v.key = j.address");
        handle.execute("drop table joined");
        return people;
    }

    /**
     * Takes back what an import said of who is whom, before its visitors and people are removed. What others say of the same
     * visitors holds then.
     *
     * @return the people concerned, as from {@link #identify}
     */
    public static int[] undo(Handle handle, int importId) {
        lock(handle);
        handle.execute("""
                create temp table unsaid on commit drop as
                select visitor_id as id from identification where import_id = %1$d
                union
                select v.id from address_claim c join visitor v on v.key = c.address where c.import_id = %1$d
                """.formatted(importId));
        handle.execute("analyze unsaid");
        handle.execute("delete from identification where import_id = " + importId);
        handle.execute("delete from address_claim where import_id = " + importId);
        int[] people = PersonOfVisitor.derive(handle, "select id from unsaid");
        handle.execute("drop table unsaid");
        return people;
    }

    /**
     * Joins what was stored before numbers and addresses were held against each other; nothing to do ever after.
     *
     * @return the people concerned, as from {@link #identify}
     */
    public static int[] catchUp(Handle handle) {
        lock(handle);
        return PersonOfVisitor.derive(handle, """
                select v.id from (
                    select address, min(number) as number from address_claim group by address having min(number) = max(number)
                ) as claim
                join visitor v on v.key = claim.address
                join person p on p.external_id = claim.number and p.id <> v.person_id
                """);
    }

    private static void lock(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
    }
}
