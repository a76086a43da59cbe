package dev.rapport.voice;

import dev.rapport.rollup.Contribution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What surveys add. A response without a score, or with one outside of its survey's scale, is no answer. What a score means
 * is the survey's own mapping ({@code score_classes}) or the standard rule of its kind: promoters 9 and 10, passives 7 and
 * 8, detractors up to 6; satisfied the top two of the scale (the better one of two), at the low end where lower is better.
 */
@Singleton
public class VoiceContribution implements Contribution {
    private static final String SQL = """
            with span as not materialized (select ?::timestamptz as from_at, ?::timestamptz as to_at),
            answer as not materialized (
                select response.at, response.channel_id, response.survey_id, response.score, survey.kind,
                       visitor.person_id,
                       survey.id in (select survey_id from invited_survey) as invited,
                       coalesce(
                           survey.score_classes ->> response.score::text,
                           case
                               when survey.score_classes <> '{}' then null
                               when survey.kind = 'nps' then
                                   case when response.score >= 9 then 'promoter'
                                        when response.score >= 7 then 'passive'
                                        else 'detractor' end
                               when survey.kind = 'csat' and survey.lower_is_better then
                                   case when response.score < survey.scale_min
                                            + least(2, survey.scale_max - survey.scale_min)
                                        then 'good' else 'bad' end
                               when survey.kind = 'csat' then
                                   case when response.score > survey.scale_max
                                            - least(2, survey.scale_max - survey.scale_min)
                                        then 'good' else 'bad' end
                           end) as class
                from span
                join response on response.current and response.at >= span.from_at and response.at < span.to_at
                join survey on survey.id = response.survey_id
                    and response.score between survey.scale_min and survey.scale_max
                left join visitor on visitor.id = response.visitor_id)
            select 20::smallint as measure, invitation.survey_id as item, invitation.at, invitation.channel_id,
                   visitor.person_id, 1::bigint as value
            from span
            join invitation on invitation.current
                and invitation.at >= span.from_at and invitation.at < span.to_at
            left join visitor on visitor.id = invitation.visitor_id
            union all
            select added.measure::smallint, survey_id, at, channel_id, person_id, added.value
            from answer cross join lateral (values
                (21, 1),
                (22, (kind = 'nps' and class = 'promoter')::int),
                (23, (kind = 'nps' and class = 'passive')::int),
                (24, (kind = 'nps' and class = 'detractor')::int),
                (25, (kind = 'csat' and class in ('good', 'bad'))::int),
                (26, (kind = 'csat' and class = 'good')::int),
                (27, (kind = 'ces')::int),
                (28, case when kind = 'ces' then score end),
                (29, case when kind = 'ces' then score * score end),
                (31, invited::int)) as added(measure, value)
            where added.value <> 0
            union all
            select 30::smallint, survey_id * 1024 + score, at, channel_id, person_id, 1
            from answer where score between 0 and 1023
            """;

    @Override
    public String family() {
        return "voice";
    }

    @Override
    public String sql() {
        return SQL;
    }

    /** When a survey gets its first invitation, or loses its last, all its answers come into the response rate, or leave it. */
    @Override
    public SortedSet<LocalDate> settle(Connection connection, SortedSet<LocalDate> dirty) throws SQLException {
        SortedSet<LocalDate> days = new TreeSet<>(dirty);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        with asked as (select distinct survey_id from invitation where current),
                        won as (
                            insert into invited_survey select survey_id from asked
                            on conflict do nothing returning survey_id),
                        lost as (
                            delete from invited_survey where survey_id not in (select survey_id from asked)
                            returning survey_id)
                        select distinct (response.at at time zone settings.zone)::date
                        from settings, response
                        where response.current
                          and response.survey_id in (select survey_id from won union all select survey_id from lost)
                        """)) {
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
        }
        return days;
    }
}
