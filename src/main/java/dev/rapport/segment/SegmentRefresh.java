package dev.rapport.segment;

import dev.rapport.cube.build.DirtyDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Derives from people's traits in which segments they are since when. For each group the value in force on a reporting
 * day is the one learnt last among those with the latest {@code since} up to that day; what has no date holds always;
 * before the first date, and where the value is blank or in no range, a person is in no segment of the group, which
 * stands for "none" and is stored as no row. Traits of all a person's visitors count together. Groups found by what people
 * do are derived after those, of the days that are kept of the same people ({@link BehaviourSegments}).
 *
 * <p>Only rows that really change are written; the days of people who changed are marked dirty. Runs on the handle
 * and in the transaction of whoever changed the traits, the groups or the reporting zone.
 */
public final class SegmentRefresh {
    /** Held until the transaction ends: values and signatures are added by one at a time. */
    private static final long LOCK = 0x7261_7073_6567_0001L;

    static final String EVERYBODY = """
            select person_id from visitor union select person_id from membership
            union select person_id from person_signature
            """;

    private SegmentRefresh() {}

    /** Everybody: after a group or the reporting zone has changed. */
    public static int refreshAll(Handle handle) {
        return refresh(handle, EVERYBODY);
    }

    /** These people: after identities have been joined. */
    public static int refresh(Handle handle, int[] people) {
        String ids = Arrays.stream(people).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return people.length == 0 ? 0 : refresh(handle, "select unnest('{" + ids + "}'::int[])");
    }

    /**
     * @param people SQL that selects one column of person ids
     * @return how many people's segments have changed
     */
    public static int refresh(Handle handle, String people) {
        lock(handle);
        handle.execute("create temp table refresh_person on commit drop as" + " select distinct id as person_id from ("
                + people + ") as chosen(id) where id is not null");
        handle.execute("create index on refresh_person (person_id)");
        handle.execute("analyze refresh_person");
        TraitValues.map(handle);
        handle.execute(MembershipQueries.DERIVE);
        BehaviourSegments.derive(handle, GroupQueries.ruleGroups(handle));
        handle.execute("analyze fresh_membership");
        handle.execute(MembershipQueries.SIGN);
        handle.execute("analyze fresh_tuple");
        handle.execute(MembershipQueries.ADD_SIGNATURES);
        handle.execute(MembershipQueries.NUMBER);
        handle.execute(MembershipQueries.CHANGED);
        int changed = handle.select("select count(*) from changed_person")
                .mapTo(int.class)
                .one();
        if (changed > 0) {
            markDays(handle);
            for (String write : MembershipQueries.WRITE) {
                handle.execute(write);
            }
        }
        handle.execute(
                "drop table refresh_person, trait_value, fresh_membership, fresh_tuple, fresh_signature, changed_person");
        return changed;
    }

    /** Of those who changed, the days on which they are in other segments: after an act of today none yet. */
    private static void markDays(Handle handle) {
        handle.execute("create index on fresh_signature (person_id); analyze fresh_signature");
        handle.select(MembershipQueries.CHANGED_SPAN)
                .map((row, context) -> {
                    DirtyDays.markPeople(
                            handle,
                            "select person_id from changed_person",
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, LocalDate.class));
                    return true;
                })
                .one();
    }

    /** How many different tuples of segments people have or had: what the daily cells are multiplied by. */
    public static int signatures(Handle handle) {
        return handle.select("select count(distinct signature_id) from person_signature")
                .mapTo(int.class)
                .one();
    }

    static void lock(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
    }
}
