-- The facts once more, as the property test of the rollup counts them (naive, naive_session), cut to one place of an answer.

create table asked (
    from_at timestamptz, to_at timestamptz, from_day date, last_day date, zone text,
    calendar_month boolean,                           -- of a trend by month, or a whole period that is a month
    channels int[],                                   -- null: all
    signatures int[],                                 -- whose values are asked for
    options jsonb,
    by_segment boolean                                -- whether it matters which segments somebody is in
);

-- The pieces of the whole period, and the one after it. Own: those of this place. Whole: not cut by the period.
create table bucket (
    no int, own boolean, from_at timestamptz, to_at timestamptz, whole_from timestamptz, whole_to timestamptz
);

create function signature_on(person int, day date) returns int language sql stable as $$
    select coalesce((
        select signature_id from person_signature
        where person_id = person and from_day <= day and day < to_day), 1)
$$;

-- Whether somebody, in the segments of that day, and a channel are asked for.
create function fits(person int, day date, channel int) returns boolean language sql stable as $$
    select (channels is null or channel = any(channels)) and signature_on(person, day) = any(signatures) from asked
$$;

-- A quantile of waiting times by Kaplan and Meier, by the book: S(t) is the product of 1 - ended(t) / at risk(t). In ms.
create function kaplan_meier(times numeric[], ended boolean[], target numeric) returns numeric language sql stable as $$
    with waited as (select * from unnest(times, ended) as each(ms, over)),
    steps as (
        select ms, count(*) as ended, (select count(*) from waited as other where other.ms >= waited.ms) as at_risk
        from waited where over group by ms),
    survival as (
        select ms, lead(ms) over (order by ms) as next,
               case when bool_or(ended = at_risk) over (order by ms) then 0
                    else exp(sum(ln(1 - least(ended, at_risk - 0.5) / at_risk::numeric)) over (order by ms)) end as s
        from steps)
    select (ms + case when abs(s - target) < 1e-9 then coalesce(next, ms) else ms end) / 2
    from survival where s <= target + 1e-9 order by ms limit 1
$$;

-- Rule 9: who pays more than nothing, and from when the trial is over.
create view pays_once as
select visitor.person_id, channel_id, amount, ended_at,
       case when trial_ended_at > started_at then trial_ended_at else started_at end as started_at
from subscription join visitor on visitor.id = visitor_id
where current and amount > 0 and coalesce(ended_at > trial_ended_at, true);

-- A customer belongs to the channel that won them, whatever they buy where afterwards.
create view pays as
select person_id, amount, ended_at, started_at,
       (select first.channel_id from pays_once as first where first.person_id = pays_once.person_id
        order by first.started_at, first.channel_id limit 1) as channel_id
from pays_once;

-- Where nothing is marked as using the product, every session is.
create function active_measure() returns int language sql stable as $$
    select case when product_customers_only or exists (select from product_use) then 15 else 2 end from settings
$$;

-- The channel that won somebody as a customer.
create function won_by(person int) returns int language sql stable as $$
    select case when exists (select from pays)
           then (select channel_id from pays where person_id = person order by started_at limit 1)
           else (select channel_id from naive where measure = 62 and person_id = person) end
$$;

create view in_slice as
select naive.*, measure = active_measure() as active from naive, asked
where (channels is null or channel_id = any(channels)) and signature_id = any(signatures);

create view counted as
select in_slice.* from in_slice, asked where at >= from_at and at < to_at;

-- Who was a customer when the place's time began and when it ended: segments as on its first day, of newcomers on its last.
create view subscribing as
select person_id, at_start, at_end, fresh, paid_start, paid_end
from asked cross join lateral (
    select person_id,
           bool_or(started_at < from_at and coalesce(ended_at, 'infinity') >= from_at) as at_start,
           bool_or(started_at < to_at and coalesce(ended_at, 'infinity') >= to_at) as at_end,
           bool_or(started_at >= from_at and started_at < to_at and coalesce(ended_at, 'infinity') >= from_at
                   and started_at = (select min(other.started_at) from pays as other
                                     where other.person_id = pays.person_id)) as fresh,
           coalesce(sum(amount) filter (where started_at < from_at and coalesce(ended_at, 'infinity') >= from_at), 0)
               as paid_start,
           coalesce(sum(amount) filter (where started_at < to_at and coalesce(ended_at, 'infinity') >= to_at), 0)
               as paid_end
    from pays
    where channels is null or channel_id = any(channels)
    group by person_id) as theirs
where signature_on(person_id, case when at_start then from_day else last_day end) = any(signatures);

create view buying as
select person_id, at_start, at_end, fresh
from asked cross join settings cross join lateral (
    select person_id,
           bool_or(at < from_at and at + make_interval(hours => 24 * churn_window_days) >= from_at) as at_start,
           bool_or(at < to_at and at + make_interval(hours => 24 * churn_window_days) >= to_at) as at_end,
           bool_or(at >= from_at and at < to_at
                   and at = (select first.at from naive as first
                             where first.measure = 62 and first.person_id = naive.person_id)) as fresh
    from naive_paid as naive
    where (channels is null or (select channel_id from naive as first
                                where first.measure = 62 and first.person_id = naive.person_id) = any(channels))
    group by person_id) as theirs
where signature_on(person_id, case when at_start then from_day else last_day end) = any(signatures);

create view standing as
select person_id, at_start, at_end, fresh from subscribing where exists (select from pays)
union all
select person_id, at_start, at_end, fresh from buying where not exists (select from pays);

-- Who was a customer when the place's time ended, and the six parts of their health, from 0 to 100; null: not known.
create view health_part as
with sub as (
    select * from pays),
rule as (select exists (select from sub) as by_subscription),
customer as (
    select distinct sub.person_id from sub, asked
    where started_at < to_at and coalesce(ended_at, 'infinity') >= to_at and (channels is null or channel_id = any(channels))
    union
    select distinct person_id from naive_paid as naive, asked, settings, rule
    where not by_subscription and at < to_at
      and at + make_interval(hours => 24 * churn_window_days) >= to_at
      and (channels is null or (select channel_id from naive as first
                                where first.measure = 62 and first.person_id = naive.person_id) = any(channels))),
used as (
    select visitor.person_id, name_id, (at at time zone zone)::date as day
    from event join visitor on visitor.id = visitor_id, asked
    where kind = 3 and (not exists (select from feature)
                        or (select name from event_name where event_name.id = name_id) in (select event_name from feature)))
select customer.person_id,
    (select case when max(day) is not null then
         round(100.0 * (90 - least(90, last_day - coalesce(max(day) filter (where person_id = customer.person_id), last_day - 90)))
               / 90) end
     from naive where measure in (2, 60) and day between last_day - 89 and last_day) as recency,
    (select case when count(*) > 0 then
         least(100, round(100.0 * count(distinct day) filter (where person_id = customer.person_id and day > last_day - 30) / 12)) end
     from naive where measure in (2, 60) and day between last_day - 89 and last_day) as frequency,
    (select case when count(*) > 0 then least(100, 20 * count(distinct name_id) filter (where person_id = customer.person_id)) end
     from used where day between last_day - 29 and last_day) as breadth,
    (select round(100.0 * abs(score - case when lower_is_better then scale_max else scale_min end) / (scale_max - scale_min))
     from response join survey on survey.id = survey_id join visitor on visitor.id = visitor_id
     where response.current and person_id = customer.person_id and score between scale_min and scale_max
       and at >= to_at - interval '8760 hours' and at < to_at
     order by at desc, survey_id desc, score desc limit 1) as survey,
    case when exists (select from ticket where current and created_at < to_at) then
        (select greatest(0, 100 - 50 * count(*)) from ticket join visitor on visitor.id = visitor_id
         where current and person_id = customer.person_id and ticket.created_at < to_at
           and (state = 'open' or state is null and resolved_at is null or resolved_at >= to_at)) end as tickets,
    case when by_subscription then
        (select case when coalesce(sum(amount) filter (where started_at < to_at and coalesce(ended_at, 'infinity') >= to_at), 0)
             >= coalesce(sum(amount) filter (where started_at < to_at - interval '2160 hours'
                                             and coalesce(ended_at, 'infinity') >= to_at - interval '2160 hours'), 0)
             then 100 else 50 end
         from sub where person_id = customer.person_id)
    else
        (select least(100, round(200.0 * greatest(0, churn_window_days - (last_day - max(day))) / churn_window_days))
         from naive where measure = 60 and day <= last_day and person_id = customer.person_id) end as payment
from customer, asked, rule, settings
where signature_on(customer.person_id, last_day) = any(signatures);

create view scored as
select person_id,
       round(10 * (25 * coalesce(recency, 0) + 20 * coalesce(frequency, 0) + 15 * coalesce(breadth, 0)
                   + 15 * coalesce(survey, 0) + 10 * coalesce(tickets, 0) + 15 * payment)
             / (case when recency is null then 0 else 25 end + case when frequency is null then 0 else 20 end
                + case when breadth is null then 0 else 15 end + case when survey is null then 0 else 15 end
                + case when tickets is null then 0 else 10 end + 15)) as tenths
from health_part;

-- Who was a customer in the place's time, and what each has paid up to its end; net of support where asked for.
create view worth as
with sub as (
    select * from pays),
customer as (
    select person_id, (array_agg(channel_id order by started_at, channel_id))[1] as channel_id
    from sub group by person_id
    having bool_or(started_at < (select to_at from asked)
                   and coalesce(ended_at, 'infinity') >= (select from_at from asked))
    union all
    select person_id, (select channel_id from naive as first where measure = 62 and first.person_id = bought.person_id)
    from naive_paid as bought, settings, asked
    where not exists (select from sub)
    group by person_id, churn_window_days, from_at, to_at
    having bool_or(at < to_at and at + make_interval(hours => 24 * churn_window_days) >= from_at))
select person_id,
       coalesce((select sum(value) from naive where measure = 61 and at < to_at and naive.person_id = customer.person_id), 0)
           / 1000000
       + coalesce((select sum(round(amount * floor(extract(epoch from least(coalesce(ended_at, to_at), to_at) - started_at))
                                    / 2629800, 6))
                   from sub where started_at < to_at and sub.person_id = customer.person_id), 0) - case when options ->> 'net' = 'support' then
             (select count(*) from ticket join visitor on visitor.id = visitor_id
              where current and ticket.created_at < to_at and visitor.person_id = customer.person_id)
             * coalesce((select cost_per_ticket from settings), 0) else 0 end as money
from customer, asked
where (channels is null or channel_id = any(channels)) and signature_on(person_id, last_day) = any(signatures);

-- How many answers there are to surveys of a kind: to those that share the scale with the most answers; to one survey, where one is named.
create function answers_on_one_scale(of_kind text) returns bigint language sql stable as $$
    with asking as (
        select survey.*, (select count(*) from response where current and survey_id = survey.id
                          and score between scale_min and scale_max) as answers
        from survey, asked
        where survey.kind = of_kind and (options ->> 'survey' is null or key = options ->> 'survey')),
    scale as (
        select scale_min, scale_max, lower_is_better from asking
        group by 1, 2, 3 order by sum(answers) desc limit 1)
    select count(*)
    from asked, scale, response
    join asking as survey on survey.id = survey_id
    left join visitor on visitor.id = visitor_id
    where current and at >= from_at and at < to_at and score between survey.scale_min and survey.scale_max
      and (survey.scale_min, survey.scale_max, survey.lower_is_better) = (scale.scale_min, scale.scale_max, scale.lower_is_better)
      and fits(visitor.person_id, (at at time zone zone)::date, channel_id)
$$;
