package dev.rapport.bench.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The questions, each over days that all sizes of the facts have. */
public final class Questions {
    private static final LocalDate YEAR = LocalDate.of(2025, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST_90 = END.minusDays(90);
    private static final LocalDate LAST_30 = END.minusDays(30);
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 2, 11);
    private static final LocalDate SOME_DAY_LATER = SOME_DAY.plusDays(47);
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);
    private static final LocalDate MONDAY_LATER = MONDAY.plusWeeks(12);

    private static final String CHANNEL = "join channel_of using (source_id) ";

    private Questions() {}

    public static List<Question> all() {
        return List.of(
                metric(
                        "q1",
                        "daily uniques by channel, 90 days",
                        "unique_visitors",
                        days(LAST_90, END) + "&grain=day",
                        "bucket,channel",
                        List.of("bucket", "channel"),
                        List.of("value"),
                        Questions::dailyUniques),
                metric(
                        "q2",
                        "MAU and stickiness, 12 months",
                        "stickiness",
                        days(YEAR, END) + "&grain=month",
                        "bucket",
                        List.of("bucket"),
                        List.of("numerator", "denominator"),
                        Questions::stickiness),
                metric(
                        "q3",
                        "page views by channel x plan x day, 365 days",
                        "page_views",
                        days(YEAR, END) + "&grain=day&group=plan",
                        "bucket,channel,segment:plan",
                        List.of("bucket", "channel", "segment"),
                        List.of("value"),
                        Questions::pageViews),
                cohorts(),
                metric(
                        "q5",
                        "bounce rate by channel, 30 days",
                        "bounce_rate",
                        days(LAST_30, END),
                        "channel",
                        List.of("channel"),
                        List.of("numerator", "denominator"),
                        Questions::bounces),
                metric(
                        "q6",
                        "uniques and conversion, 2 channels, plan pro, region EMEA, 47 days",
                        "conversion_rate",
                        days(SOME_DAY, SOME_DAY_LATER)
                                + "&channel=email&channel=paid-search&segment=plan:pro&segment=region:emea",
                        "total",
                        List.of(),
                        List.of("numerator", "denominator"),
                        Questions::conversion),
                metric(
                        "q7",
                        "NPS by channel and month, a year",
                        "nps",
                        days(YEAR, END) + "&grain=month",
                        "bucket,channel",
                        List.of("bucket", "channel"),
                        List.of("numerator", "denominator"),
                        SurveyQuestions::nps),
                new Question(
                        "q8",
                        "the whole overview page, 30 days",
                        "/overview?" + days(LAST_30, END),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                metric(
                        "q9",
                        "median ticket resolution by channel, those that wait counted (Kaplan-Meier), 90 days",
                        "resolution_time",
                        days(LAST_90, END),
                        "channel",
                        List.of("channel"),
                        List.of("value", "numerator", "denominator"),
                        dialect -> SurveyQuestions.resolution(dialect, LAST_90, END)),
                metric(
                        "q9b",
                        "median ticket resolution by channel, of those resolved, 90 days",
                        "resolution_time",
                        days(LAST_90, END) + "&waiting=left-out",
                        "channel",
                        List.of("channel"),
                        List.of("value", "denominator"),
                        dialect -> SurveyQuestions.resolved(dialect, LAST_90, END)));
    }

    static LocalDate year() {
        return YEAR;
    }

    static LocalDate end() {
        return END;
    }

    /** All days there are, as a slice names them. */
    public static String allDays() {
        return days(YEAR, END);
    }

    /** Days that begin and end with no month. */
    public static String oddDays() {
        return days(SOME_DAY, SOME_DAY_LATER);
    }

    private static String days(LocalDate from, LocalDate to) {
        return "from=" + from + "&to=" + to.minusDays(1);
    }

    private static Question metric(
            String key,
            String title,
            String metric,
            String slice,
            String by,
            List<String> keys,
            List<String> values,
            Function<SqlDialect, String> sql) {
        return new Question(
                key,
                title,
                "/metrics/" + metric + "?" + slice,
                Optional.of("/metrics/" + metric + ".csv?" + slice + "&compare=none&by=" + by),
                keys,
                values,
                Optional.of(sql));
    }

    private static Question cohorts() {
        String slice = days(MONDAY, MONDAY_LATER) + "&grain=week";
        return new Question(
                "q4",
                "weekly retention cohorts, 12 weeks",
                "/cohorts?" + slice,
                Optional.of("/cohorts.csv?" + slice),
                List.of("cohort", "step"),
                List.of("numerator", "denominator"),
                Optional.of(Questions::retention));
    }

    private static String dailyUniques(SqlDialect dialect) {
        return dialect.begun(LAST_90, END)
                + "select day, channel_of.key, count(distinct person_id) from begun "
                + CHANNEL
                + " group by 1, 2";
    }

    private static String stickiness(SqlDialect dialect) {
        return dialect.begun(YEAR, END) + """
                , active as (select distinct person_id, day from begun),
                month as (
                    select date_trunc('month', day)::date as month, count(*) as days_active,
                           count(distinct person_id) as people
                    from active group by 1)
                select month, days_active * 1.0 / extract(day from month + interval '1 month' - interval '1 day'), people
                from month
                """;
    }

    private static String pageViews(SqlDialect dialect) {
        return dialect.visits(YEAR, END, ", event.kind", ", count(*) filter (where kind = 1) as page_views", "") + """
                , plan as materialized (
                    select person_id, from_day, to_day, segment_value.key
                    from membership
                    join segment_value on segment_value.id = membership.value_id
                    join segment_group on segment_group.id = membership.group_id and segment_group.key = 'plan')
                select visit.day, channel_of.key, coalesce(plan.key, 'none'), sum(page_views)
                from visit
                """
                + CHANNEL + """
                left join plan on plan.person_id = visit.person_id
                    and visit.day >= plan.from_day and visit.day < plan.to_day
                group by 1, 2, 3
                """;
    }

    private static String retention(SqlDialect dialect) {
        return dialect.begun(MONDAY, MONDAY_LATER)
                + """
                , first as (
                    select visitor.person_id, min(event."at") as moment%s
                    from event join visitor on visitor.id = event.visitor_id group by 1),
                cohort as (
                    select person_id, date_trunc('week', %s)::date as week
                    from first where moment >= %s and moment < %s),
                size as (select week, count(*) as people from cohort group by 1),
                again as (select distinct person_id, date_trunc('week', day)::date as week from begun)
                select cohort.week, cast((again.week - cohort.week) / 7 as int), count(*), min(size.people)
                from cohort
                join again on again.person_id = cohort.person_id
                join size on size.week = cohort.week
                group by 1, 2
                """.formatted(
                                dialect == SqlDialect.POSTGRES ? "" : ", min(day) as day",
                                dialect.day("moment"),
                                dialect.start(MONDAY),
                                dialect.start(MONDAY_LATER));
    }

    private static String bounces(SqlDialect dialect) {
        String sums = ", count(*) filter (where kind = 1) as page_views, count(*) as events";
        return dialect.visits(LAST_30, END, ", event.kind", sums, "") + """
                select channel_of.key, count(*) filter (where page_views = 1 and events = 1),
                       count(*) filter (where page_views > 0)
                from visit
                """ + CHANNEL + " group by 1";
    }

    /** Who was in both segments, and when: looked up first, so that only their events are read. */
    private static String conversion(SqlDialect dialect) {
        String of = """
                select person_id, from_day, to_day from membership
                where value_id = (
                    select segment_value.id
                    from segment_value join segment_group on segment_group.id = segment_value.group_id
                    where segment_group.key = '%s' and segment_value.key = '%s')
                """;
        String held = """
                with held as (
                    select plan.person_id, greatest(plan.from_day, region.from_day) as from_day,
                           least(plan.to_day, region.to_day) as to_day
                    from (%s) as plan join (%s) as region on region.person_id = plan.person_id),
                """.formatted(of.formatted("plan", "pro"), of.formatted("region", "emea"));
        String bought =
                ", max(case when name_id = (select id from event_name where name = 'purchase') then 1 else 0 end)"
                        + " as bought";
        String people = " and visitor.person_id in (select person_id from held)";
        String visits = dialect.visits(SOME_DAY, SOME_DAY_LATER, ", event.name_id", bought, people);
        return held
                + visits.substring("with ".length())
                + "select count(distinct person_id) filter (where bought = 1), count(distinct person_id) from visit "
                + CHANNEL
                + """
                where channel_of.key in ('email', 'paid-search')
                  and exists (
                      select 1 from held
                      where held.person_id = visit.person_id and day >= held.from_day and day < held.to_day)
                """;
    }
}
