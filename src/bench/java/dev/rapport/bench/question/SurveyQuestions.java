package dev.rapport.bench.question;

import java.time.LocalDate;

/** Questions to surveys and tickets, in SQL. */
final class SurveyQuestions {
    private SurveyQuestions() {}

    static String nps(SqlDialect dialect) {
        return """
                select date_trunc('month', %s)::date, channel.key,
                       count(*) filter (where score >= 9) - count(*) filter (where score <= 6), count(*)
                from response
                join survey on survey.id = response.survey_id and survey.kind = 'nps'
                join channel on channel.id = response.channel_id
                where response.current and score between 0 and 10 and response."at" >= %s and response."at" < %s
                group by 1, 2
                """.formatted(
                        dialect.day("response.at"), dialect.start(Questions.year()), dialect.start(Questions.end()));
    }

    /**
     * The product limit: S falls at each duration by what ended then of what had not ended before; the median is where it
     * falls to a half, or the middle to the next duration where it is a half exactly.
     */
    static String resolution(SqlDialect dialect, LocalDate from, LocalDate to) {
        return """
                with wait as (
                    select channel_id, resolved_at is not null as resolved,
                           greatest(0, %s) as millis
                    from ticket where current and created_at >= %s and created_at < %s),
                step as (
                    select channel_id, millis, count(*) filter (where resolved) as gone,
                           sum(count(*)) over (partition by channel_id order by millis desc) as at_risk,
                           sum(count(*)) over (partition by channel_id) as tickets,
                           sum(count(*) filter (where resolved)) over (partition by channel_id) as ended
                    from wait group by channel_id, millis),
                curve as (
                    select channel_id, millis, tickets, ended,
                           lead(millis) over (partition by channel_id order by millis) as later,
                           sum(case when gone = at_risk then -1000 else ln((at_risk - gone) * 1.0 / at_risk) end)
                               over (partition by channel_id order by millis) as log_s
                    from step where gone > 0),
                half as (
                    select channel_id, tickets, ended, (millis + case when log_s < ln(0.5) - 1e-9 then millis else later end)
                               / 2000.0 as seconds,
                           row_number() over (partition by channel_id order by millis) as rank
                    from curve where log_s <= ln(0.5) + 1e-9)
                select channel.key, seconds, ended, tickets from half join channel on channel.id = channel_id
                where rank = 1
                """.formatted(
                        dialect.millis("created_at", "coalesce(resolved_at, " + dialect.now() + ")"),
                        dialect.start(from),
                        dialect.start(to));
    }

    static String resolved(SqlDialect dialect, LocalDate from, LocalDate to) {
        return """
                select channel.key, percentile_cont(0.5) within group (order by greatest(0, %s)) / 1000.0, count(*)
                from ticket join channel on channel.id = channel_id
                where current and resolved_at is not null and created_at >= %s and created_at < %s
                group by 1
                """.formatted(dialect.millis("created_at", "resolved_at"), dialect.start(from), dialect.start(to));
    }
}
