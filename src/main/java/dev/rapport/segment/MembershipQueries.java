package dev.rapport.segment;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;
import java.util.List;

/** Holds the SQL of the steps from traits to memberships and signatures, set by set. */
final class MembershipQueries {
    private MembershipQueries() {}

    /** Who is in what since when, as it should be. A day's last word wins; a run of the same value is one row. */
    static final String DERIVE = """
            create temp table fresh_membership on commit drop as
            with said as (
                select distinct on (v.person_id, g.id, day) v.person_id, g.id as group_id, m.value_id, day
                from refresh_person r
                join visitor v on v.person_id = r.person_id
                join person_trait t on t.visitor_id = v.id
                join segment_group g on g.trait = t.trait
                left join trait_value m on m.group_id = g.id and m.text = t.value
                cross join lateral (select """ + ReportingTime.day("t.since") + """
                as day) as reporting
                order by v.person_id, g.id, day, t.since desc, t.id desc
            ), turns as (
                select *, lag(value_id) over by_day as before, row_number() over by_day = 1 as first
                from said
                window by_day as (partition by person_id, group_id order by day)
            ), runs as (
                select person_id, group_id, value_id, day as from_day,
                       lead(day, 1, 'infinity') over (partition by person_id, group_id order by day) as to_day
                from turns where first or value_id is distinct from before
            )
            select person_id, group_id, from_day, to_day, value_id from runs where value_id is not null
            """;

    /** The tuple of all groups, from day to day. */
    static final String SIGN = SqlFile.of("segment/sign_memberships");

    static final String ADD_SIGNATURES = """
            insert into signature (value_ids)
            select value_ids from (select distinct value_ids from fresh_tuple) as met
            where not exists (select from signature s where s.value_ids = met.value_ids)
            order by value_ids
            """;

    static final String NUMBER = """
            create temp table fresh_signature on commit drop as
            select t.person_id, t.from_day, t.to_day, s.id as signature_id
            from fresh_tuple t join signature s on s.value_ids = t.value_ids
            """;

    static final String CHANGED = SqlFile.of("segment/changed_memberships");

    /** Of those who changed, everything anew. */
    static final List<String> WRITE = List.of(
            "delete from membership where person_id in (select person_id from changed_person)",
            """
            insert into membership (person_id, group_id, from_day, to_day, value_id)
            select person_id, group_id, from_day, to_day, value_id
            from fresh_membership join changed_person using (person_id)
            """,
            "delete from person_signature where person_id in (select person_id from changed_person)",
            """
            insert into person_signature (person_id, from_day, to_day, signature_id)
            select person_id, from_day, to_day, signature_id
            from fresh_signature join changed_person using (person_id)
            """);
}
