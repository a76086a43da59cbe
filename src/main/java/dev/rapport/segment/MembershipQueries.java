package dev.rapport.segment;

import dev.rapport.db.ReportingTime;
import dev.rapport.db.SqlFile;
import java.util.List;

/** Holds the SQL of the steps from traits to memberships and signatures, set by set. */
final class MembershipQueries {
    private MembershipQueries() {}

    /** Who is in what since when, as it should be. A day's last word wins; a run of the same value is one row. */
    static final String DERIVE = SqlFile.of("segment/derive_memberships").formatted(ReportingTime.day("t.since"));

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

    static final String CHANGED_SPAN = SqlFile.of("segment/changed_span");

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
