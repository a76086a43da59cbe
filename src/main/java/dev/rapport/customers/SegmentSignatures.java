package dev.rapport.customers;

import dev.rapport.db.SqlBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/** Finds the segments that people were in on a day, as the number of the signature. */
final class SegmentSignatures {
    private static final int NOTHING_KNOWN = 1;
    private static final int EVERYBODY = 0;
    private static final String SELECT = """
            select person_id, signature_id,
                   case when from_day = '-infinity' then -2147483648 else from_day - '1970-01-01'::date end,
                   case when to_day = 'infinity' then 2147483647 else to_day - '1970-01-01'::date end
            from person_signature where ? = 0 or person_id = ? order by person_id
            """;

    private int[] people = new int[1024];
    private int[] signatures = new int[1024];
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int count;

    private SegmentSignatures() {}

    static SegmentSignatures read(Handle handle) {
        return of(handle, EVERYBODY);
    }

    /** Of one person alone. */
    static SegmentSignatures of(Handle handle, int person) {
        SegmentSignatures all = new SegmentSignatures();
        new SqlBuilder()
                .add(SELECT, person, person)
                .read(handle, 10_000, row -> all.add(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
        return all;
    }

    private void add(int person, int signature, int first, int end) {
        if (count == people.length) {
            people = Arrays.copyOf(people, 2 * count);
            signatures = Arrays.copyOf(signatures, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        people[count] = person;
        signatures[count] = signature;
        from[count] = first;
        to[count] = end;
        count++;
    }

    int of(int person, LocalDate day) {
        long wanted = day.toEpochDay();
        int at = Arrays.binarySearch(people, 0, count, person);
        if (at < 0) {
            return NOTHING_KNOWN;
        }
        while (at > 0 && people[at - 1] == person) {
            at--;
        }
        for (; at < count && people[at] == person; at++) {
            if (from[at] <= wanted && wanted < to[at]) {
                return signatures[at];
            }
        }
        return NOTHING_KNOWN;
    }
}
