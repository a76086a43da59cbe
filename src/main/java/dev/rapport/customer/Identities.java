package dev.rapport.customer;

import dev.rapport.rollup.DirtyDays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Visitor keys to visitors and people, and who turned out to be whom; whole sets at a time, on the connection and in the
 * transaction of whoever brings the facts. Facts are never moved: only the mapping changes.
 */
public final class Identities {
    /** Held until the transaction ends: no two add or merge people at once, so that no id is drawn in vain. */
    private static final long LOCK = 0x7261_7070_6f72_0001L;

    private Identities() {}

    /**
     * Adds a visitor, and a person, for every key that has none. A {@code u:} key belongs to the person with that
     * customer number, if there is one. Ids are drawn in the order of the keys, only for those who are new.
     *
     * @param keys SQL that selects one text column of visitor keys, repeated or null as it likes
     * @return how many visitors are new
     */
    public static int ensure(Connection connection, String keys, @Nullable Integer importId) throws SQLException {
        lock(connection);
        try (var statement = connection.prepareStatement("""
                with fresh as materialized (
                    select key from (%s) as given(key)
                    where key is not null and not exists (select from visitor v where v.key = given.key)
                    group by key
                ), numbered as materialized (
                    select key, known_id is null as is_new,
                           coalesce(known_id, nextval(pg_get_serial_sequence('person', 'id')))::int as person_id
                    from (
                        select key, p.id as known_id
                        from fresh left join person p on p.external_id = substr(key, 3) and key like 'u:%%'
                        order by key collate "C"
                    ) as fresh_or_known
                ), people as (
                    insert into person (id, external_id, email, import_id) overriding system value
                    select person_id, case when key like 'u:%%' then substr(key, 3) end,
                           case when key like 'e:%%' then substr(key, 3) end, ?
                    from numbered where is_new
                )
                insert into visitor (key, person_id, import_id) select key, person_id, ? from numbered
                """.formatted(keys))) {
            bind(statement, 1, importId);
            bind(statement, 2, importId);
            return statement.executeUpdate();
        }
    }

    /**
     * What was anonymous turns out to be known: every visitor of the anonymous person becomes the known one's. An
     * identity that is already somebody's stays his, whoever uses the device later. Keys that do not exist yet are added.
     *
     * @param pairs SQL that selects (anonymous key, known key, timestamptz); of several for one, the earliest counts
     * @return the people concerned, on both sides: their segments are to be derived again; their days are marked dirty
     */
    public static int[] identify(Connection connection, String pairs, @Nullable Integer importId) throws SQLException {
        ensure(
                connection,
                "select unnest(array[anonymous, known]) from (%s) as pair(anonymous, known, at)".formatted(pairs),
                importId);
        return move(connection, """
                select distinct on (former.id) former.id, k.person_id
                from (%s) as pair(anonymous, known, at)
                join visitor a on a.key = pair.anonymous
                join person former on former.id = a.person_id and former.external_id is null
                join visitor k on k.key = pair.known and k.person_id <> former.id
                order by former.id, pair.at, pair.known collate "C"
                """.formatted(pairs), importId);
    }

    /**
     * Two identities turn out to be one person: everything of the former becomes the newer one's.
     *
     * @return the people concerned, as from {@link #identify}
     */
    public static int[] alias(Connection connection, String formerKey, String key, @Nullable Integer importId)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "create temp table alias_pair on commit drop as select ?::text as former, ?::text as key")) {
            statement.setString(1, formerKey);
            statement.setString(2, key);
            statement.execute();
        }
        ensure(connection, "select unnest(array[former, key]) from alias_pair", importId);
        int[] people = move(connection, """
                select f.person_id, k.person_id
                from alias_pair join visitor f on f.key = former join visitor k on k.key = alias_pair.key
                where f.person_id <> k.person_id
                """, importId);
        try (var statement = connection.createStatement()) {
            statement.execute("drop table alias_pair");
        }
        return people;
    }

    /**
     * Takes back what an import said of who is whom, before its visitors and people are removed. A visitor that has
     * moved on since stays where it is.
     *
     * @return the people concerned, as from {@link #identify}
     */
    public static int[] undo(Connection connection, int importId) throws SQLException {
        lock(connection);
        collect(connection, """
                select distinct on (i.visitor_id) i.visitor_id, v.person_id, i.former_person_id
                from identification i join visitor v on v.id = i.visitor_id
                where i.import_id = %d
                  and not exists (select from identification later where later.visitor_id = i.visitor_id
                                  and later.id > i.id and later.import_id is distinct from i.import_id)
                order by i.visitor_id, i.id
                """.formatted(importId));
        int[] people = apply(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("delete from identification where import_id = " + importId);
        }
        return people;
    }

    private static int[] move(Connection connection, String fromTo, @Nullable Integer importId) throws SQLException {
        collect(connection, """
                select v.id, v.person_id, pair.towards from (%s) as pair(former, towards)
                join visitor v on v.person_id = pair.former
                """.formatted(fromTo));
        try (var statement = connection.prepareStatement("""
                insert into identification (visitor_id, former_person_id, person_id, import_id)
                select visitor_id, former, towards, ? from moving
                """)) {
            bind(statement, 1, importId);
            statement.executeUpdate();
        }
        return apply(connection);
    }

    private static void collect(Connection connection, String moves) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temp table moving (visitor_id int, former int, towards int) on commit drop");
            statement.execute("insert into moving " + moves);
        }
    }

    private static int[] apply(Connection connection) throws SQLException {
        String concerned = "select former from moving union select towards from moving";
        try (var statement = connection.createStatement()) {
            DirtyDays.markPeople(connection, concerned);
            statement.executeUpdate("""
                    update visitor v set person_id = m.towards from moving m
                    where m.visitor_id = v.id and v.person_id <> m.towards
                    """);
            int[] people;
            try (ResultSet row = statement.executeQuery(
                    "select coalesce(array_agg(id order by id), '{}') from (%s) as p(id)".formatted(concerned))) {
                row.next();
                Integer[] ids = (Integer[]) row.getArray(1).getArray();
                people =
                        java.util.Arrays.stream(ids).mapToInt(Integer::intValue).toArray();
            }
            statement.execute("drop table moving");
            return people;
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, int parameter, @Nullable Integer value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.INTEGER);
        } else {
            statement.setInt(parameter, value);
        }
    }
}
