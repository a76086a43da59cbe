package dev.rapport.cube.build;

/**
 * What every measure should be, said again in another way: over all facts at once, by looking at each event's neighbours
 * instead of windows of days, without days that are dirty.
 */
public final class Naive {
    private Naive() {}

    public static final String TABLES = """
            drop table if exists naive, naive_session, naive_hit, naive_paid;
            create table naive_hit as
            select visitor.person_id, event.*, row_number() over (order by event.at, event.visitor_id, message_id) as place
            from event join visitor on visitor.id = visitor_id;
            create table naive_session as
            with opening as (
                select * from naive_hit as hit
                where not exists (
                    select 1 from naive_hit as earlier
                    where earlier.person_id = hit.person_id and earlier.place < hit.place
                      and earlier.at >= hit.at - interval '30 minutes')),
            bound as (
                select person_id, place, at, lead(place) over (partition by person_id order by place) as next
                from opening)
            select bound.person_id, bound.place, bound.at,
                   coalesce((
                       select coalesce(source.given_channel_id, source.channel_id)
                       from naive_hit as hit join traffic_source as source on source.id = hit.source_id
                       where hit.person_id = bound.person_id and hit.place >= bound.place
                         and (next is null or hit.place < next)
                       order by hit.place limit 1), 1) as channel_id,
                   coalesce((
                       select source.utm_campaign
                       from naive_hit as hit join traffic_source as source on source.id = hit.source_id
                       where hit.person_id = bound.person_id and hit.place >= bound.place
                         and (next is null or hit.place < next)
                       order by hit.place limit 1), '') as campaign,
                   count(*) filter (where hit.kind = 1) as views, count(*) as hits,
                   max(hit.at) - bound.at as length, bound.next
            from bound join naive_hit as hit
                on hit.person_id = bound.person_id and hit.place >= bound.place and (next is null or hit.place < next)
            group by bound.person_id, bound.place, bound.at, bound.next;
            create table naive as
            with goal_hit as (
                select goal.id as goal_id, session.place, session.at, session.channel_id, session.person_id
                from goal
                join naive_hit as hit on
                    goal.event_name = (select name from event_name where id = hit.name_id)
                    or hit.kind = 1 and (select path from page where page.id = hit.page_id)
                        ~ ('^' || replace(regexp_replace(goal.page_pattern, '([\\\\.^$+?()\\[\\]{}|])', '\\\\\\1', 'g'), '*', '.*') || '$')
                join naive_session as session
                    on session.person_id = hit.person_id and session.place <= hit.place
                    and (session.next is null or hit.place < session.next)
                union all
                select goal.id, session.place, session.at, session.channel_id, session.person_id
                from goal join naive_session as session
                    on session.campaign <> '' and session.campaign like replace(goal.campaign_pattern, '*', '%')
                    or session.channel_id = (select id from channel where key = goal.channel_key)),
            viewed as (
                select session.at, session.channel_id, session.person_id, hit.visible_ms, hit.scroll_percent
                from naive_hit as hit
                join naive_session as session
                    on session.person_id = hit.person_id and session.place <= hit.place
                    and (session.next is null or hit.place < session.next)
                where hit.kind = 1),
            used as (
                select session.place, session.at, session.channel_id, session.person_id
                from feature
                join event_name as name on name.name = feature.event_name
                join naive_hit as hit on hit.name_id = name.id
                join naive_session as session
                    on session.person_id = hit.person_id and session.place <= hit.place
                    and (session.next is null or hit.place < session.next)),
            product_hit as (
                select distinct session.place
                from naive_hit as hit
                join naive_session as session
                    on session.person_id = hit.person_id and session.place <= hit.place
                    and (session.next is null or hit.place < session.next)
                where (select name from event_name where id = hit.name_id)
                          in (select event_name from product_use union all select event_name from feature)
                   or hit.kind = 1 and exists (
                          select from page, product_use where page.id = hit.page_id
                            and page.path like replace(replace(page_pattern, '_', '\\_'), '*', '%'))),
            score as (
                select response.*, survey.kind, survey.key as survey_key, survey.score_classes ->> score::text as class
                from response join survey on survey.id = survey_id
                where current and score >= scale_min and score <= scale_max),
            bought as (
                select order_key, min(at) as at, sum(amount) as amount, sum(refunded) as refunded from order_line
                where current and cancelled_at is null and not refund group by order_key having sum(amount) > 0),
            purchase_of as (
                select bought.*, line.channel_id, visitor.person_id
                from bought cross join lateral (
                    select * from order_line as line
                    where line.order_key = bought.order_key and current and cancelled_at is null and not refund
                    order by at, key limit 1) as line
                join visitor on visitor.id = line.visitor_id),
            -- a row of its own: whole; said by the order's lines, one after the other: until nothing of the order is left
            given_back as (
                select line.order_key, line.at, line.channel_id, visitor.person_id, -line.amount as amount
                from order_line as line join visitor on visitor.id = line.visitor_id
                where current and cancelled_at is null and refund
                  and (select count(*) = 0 or count(*) > count(cancelled_at) from order_line as same
                       where same.order_key = line.order_key and same.current and not same.refund)
                union all
                select line.order_key, coalesce(refunded_at, line.at), null, null,
                       greatest(0, least(line.refunded, bought.amount - coalesce((
                           select sum(refunded) from order_line as before
                           where before.order_key = line.order_key and current and cancelled_at is null and not refund
                             and (coalesce(before.refunded_at, before.at), before.key)
                                 < (coalesce(line.refunded_at, line.at), line.key)), 0)))
                from order_line as line join bought on bought.order_key = line.order_key
                where current and cancelled_at is null and not refund and line.refunded > 0),
            refund_of as (
                select given.order_key, given.at, given.amount,
                       coalesce(ordered.channel_id, given.channel_id) as channel_id,
                       coalesce(ordered.person_id, given.person_id) as person_id
                from given_back as given left join purchase_of as ordered on ordered.order_key = given.order_key
                where given.amount > 0),
            kept as (
                select * from purchase_of
                where amount > coalesce((select sum(refund_of.amount) from refund_of
                                         where refund_of.order_key = purchase_of.order_key), 0)),
            paying as (
                select visitor.person_id, coalesce(ended_at, 'infinity') as ended_at,
                       case when trial_ended_at > started_at then trial_ended_at else started_at end as started_at
                from subscription join visitor on visitor.id = visitor_id
                where current and amount > 0 and coalesce(ended_at > trial_ended_at, true)),
            customer as (
                select person_id, started_at, ended_at from paying
                union all
                select person_id, at, at + make_interval(hours => 24 * churn_window_days) from kept, settings
                where not exists (select from paying)),
            counts as (
                select place from naive_session as session, settings
                where not product_customers_only or exists (
                    select from customer where customer.person_id = session.person_id
                      and customer.started_at < session.at and customer.ended_at >= session.at)),
            brought as (
                select bought.order_key, bought.at, bought.person_id, bought.amount,
                       coalesce(touch.channel_id, bought.channel_id) as channel_id
                from purchase_of as bought
                left join lateral (
                    select campaign from order_line as line
                    where line.order_key = bought.order_key and current and cancelled_at is null and campaign <> ''
                    order by at, key limit 1) as named on true
                left join lateral (
                    select * from naive_session as visit
                    where visit.person_id = bought.person_id and visit.campaign <> ''
                      and visit.at <= bought.at and bought.at < visit.at + interval '720 hours'
                      and (named.campaign is null or named.campaign = visit.campaign)
                    order by visit.at desc limit 1) as touch on true
                where named.campaign is not null or touch.campaign is not null),
            figures as (
                select campaign_day.*, day::timestamp at time zone zone as at,
                       case when channel_id <> 6 then case when impressions > 0 then impressions else delivered end
                            when delivered > 0 then delivered when opens is null then impressions else opens end as seen,
                       case when opens is not null then opens when channel_id = 6 then impressions end as opened
                from campaign_day, settings where current),
            said as (
                select distinct on (mention_key, field) mention_key, field, value from mention_label
                order by mention_key, field, id desc),
            talk as (
                select mention.*,
                       coalesce((select value from said where mention_key = key and field = 'sentiment')::int, sentiment) as tone,
                       coalesce((select value from said where mention_key = key and field = 'frustrated')::boolean, frustrated)
                           as cross_,
                       coalesce((select value from said where mention_key = key and field = 'needs_reply')::boolean, needs_reply)
                           as reply
                from mention where current),
            moment as (
                select 1 as measure, 0 as item, at, channel_id, person_id, views::numeric as value from naive_session
                union all select 2, 0, at, channel_id, person_id, 1 from naive_session
                union all select 3, 0, at, channel_id, person_id, 1 from naive_session where views > 0
                union all select 4, 0, at, channel_id, person_id, 1 from naive_session where views = 1 and hits = 1
                union all select 5, 0, at, channel_id, person_id, trunc(extract(epoch from length) * 1000) from naive_session
                union all select 6, 0, at, channel_id, person_id, 1 from naive_session where hits > 1
                union all select 7, 0, at, channel_id, person_id, 1 from naive_session as s
                    where not exists (select 1 from naive_session as e where e.person_id = s.person_id and e.at < s.at)
                union all select 8, goal_id, at, channel_id, person_id, 1
                    from (select distinct * from goal_hit) as once
                union all select 9, goal_id, at, channel_id, person_id, 1 from goal_hit
                union all select 10, 0, at, channel_id, person_id, visible_ms from viewed
                union all select 11, 0, at, channel_id, person_id, 1 from viewed where visible_ms is not null
                union all select 12, 0, at, channel_id, person_id, scroll_percent from viewed
                union all select 13, 0, at, channel_id, person_id, 1 from viewed where scroll_percent is not null
                union all select 14, 0, at, channel_id, person_id, 1 from used where place in (select place from counts)
                union all select 15, 0, at, channel_id, person_id, 1 from naive_session, settings
                    where place in (select place from counts)
                      and case when exists (select from product_use) then place in (select place from product_hit)
                               else product_customers_only end
                union all select 20, survey_id, at, channel_id, visitor_id, 1 from invitation where current
                union all select 21, survey_id, at, channel_id, visitor_id, 1 from score
                union all select 22, survey_id, at, channel_id, visitor_id, 1 from score
                    where class = 'promoter' or survey_key = 'n' and score in (9, 10) or survey_key = 'w' and score = 5
                union all select 23, survey_id, at, channel_id, visitor_id, 1 from score
                    where class = 'passive' or survey_key = 'n' and score in (7, 8) or survey_key = 'w' and score = 4
                union all select 24, survey_id, at, channel_id, visitor_id, 1 from score
                    where class = 'detractor' or survey_key = 'n' and score <= 6 or survey_key = 'w' and score <= 3
                union all select 25, survey_id, at, channel_id, visitor_id, 1 from score where kind = 'csat'
                union all select 26, survey_id, at, channel_id, visitor_id, 1 from score
                    where survey_key = 'c' and score in (4, 5) or survey_key = 'g' and score = 1
                union all select 27, survey_id, at, channel_id, visitor_id, 1 from score where kind = 'ces'
                union all select 28, survey_id, at, channel_id, visitor_id, score from score where kind = 'ces'
                union all select 29, survey_id, at, channel_id, visitor_id, score * score from score where kind = 'ces'
                union all select 30, survey_id * 1024 + score, at, channel_id, visitor_id, 1 from score
                union all select 31, survey_id, at, channel_id, visitor_id, 1 from response
                    where current and survey_id in (select survey_id from invitation where current)
                union all select 32, survey_id, at, channel_id, visitor_id, 1 from response
                    where current and comment <> ''
                union all select 40, 0, created_at, channel_id, visitor_id, 1 from ticket where current
                union all select 41, 0, resolved_at, channel_id, visitor_id, 1 from ticket
                    where current and resolved_at is not null
                union all select 42, 0, created_at, channel_id, visitor_id, 1 from ticket where current and reopened > 0
                union all select 43, 0, created_at, channel_id, visitor_id, 1 from ticket
                    where current and (state = 'resolved' or state is null and resolved_at is not null)
                union all select 44, 0, created_at, channel_id, visitor_id, 1 from ticket
                    where current and state = 'resolved' and resolved_at is null
                union all select 45, 0, started_at, channel_id, visitor_id, 1 from call where current
                union all select 46, 0, started_at, channel_id, visitor_id, 1 from call
                    where current and answered_at is not null
                union all select 47, 0, first_response_at, channel_id, visitor_id, 1 from ticket
                    where current and first_response_at is not null and first_response_known
                union all select 70, 0, at, channel_id, null, spend * 1000000 from figures
                union all select 71, 0, at, channel_id, null, 1 from figures where spend <> 0
                union all select 72, 0, at, channel_id, null, impressions from figures
                union all select 73, 0, at, channel_id, null, clicks from figures
                union all select 74, 0, at, channel_id, null, delivered from figures
                union all select 75, 0, at, channel_id, null, seen from figures
                union all select 76, 0, at, channel_id, null, conversions from figures
                union all select 110, 0, at, channel_id, null, opened from figures where opened is not null
                union all select 111, 0, at, channel_id, null, opened from figures where opened is not null and delivered > 0
                union all select 112, 0, at, channel_id, null, delivered from figures where opened is not null
                union all select 113, 0, at, channel_id, null, clicks from figures where channel_id = 6 and delivered > 0
                union all select 114, 0, at, channel_id, null, clicks from figures where channel_id = 6 and delivered = 0
                union all select 77, 0, at, channel_id, person_id, amount * 1000000 from brought
                union all select 78, 0, at, channel_id, person_id, 1 from brought
                union all select 77, 0, back.at, brought.channel_id, brought.person_id, -back.amount * 1000000
                    from refund_of as back join brought on brought.order_key = back.order_key
                union all select 80, 0, at, channel_id, null, 1 from post where current
                union all select 81, 0, at, channel_id, null, impressions from post where current
                union all select 82, 0, at, channel_id, null, likes from post where current
                union all select 83, 0, at, channel_id, null, shares from post where current
                union all select 84, 0, at, channel_id, null, comments from post where current
                union all select 85, 0, at, channel_id, null, saves from post where current
                union all select 98, 0, at, channel_id, null, clicks from post where current
                union all select 86, 0, at, channel_id, visitor_id, 1 from talk
                union all select 88 - tone, 0, at, channel_id, visitor_id, 1 from talk where tone is not null
                union all select 90, 0, at, channel_id, visitor_id, 1 from talk where cross_ is not null
                union all select 91, 0, at, channel_id, visitor_id, 1 from talk where cross_
                union all select 92, 0, at, channel_id, visitor_id, 1 from talk where technical is not null
                union all select 93, 0, at, channel_id, visitor_id, 1 from talk where technical
                union all select 94, 0, at, channel_id, visitor_id, 1 from talk where article_helps is not null
                union all select 95, 0, at, channel_id, visitor_id, 1 from talk where article_helps
                union all select 96, 0, at, channel_id, visitor_id, 1 from talk where reply is not null
                union all select 97, 0, at, channel_id, visitor_id, 1 from talk where reply
                union all select 60, 0, at, channel_id, person_id, 1 from purchase_of
                union all select 61, 0, at, channel_id, person_id, amount * 1000000 from purchase_of
                union all select 61, 0, at, channel_id, person_id, -amount * 1000000 from refund_of
                union all select -60, 0, at, channel_id, person_id, 1 from kept
                union all select 62, 0, at, channel_id, person_id, 1 from (
                    select distinct on (person_id) * from kept order by person_id, at, order_key) as first)
            select measure, item, at, (at at time zone zone)::date as day, channel_id,
                   case when measure between 20 and 59 or measure between 86 and 97
                        then (select visitor.person_id from visitor where visitor.id = moment.person_id)
                        else moment.person_id end as person_id,
                   value, 1 as signature_id
            from moment, settings;
            create table naive_paid as select * from naive where measure = -60;
            delete from naive where measure = -60;
            update naive set signature_id = person_signature.signature_id from person_signature
            where person_signature.person_id = naive.person_id and day >= from_day and day < to_day
            """;
}
