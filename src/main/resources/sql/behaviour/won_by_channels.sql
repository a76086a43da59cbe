and (select channel.key from channel where channel.id =
        case when (select by_subscription from customer_definition)
             then (select paying.channel_id from paying_time as paying
                   where paying.person_id = fact.person_id order by paying.started_at, paying.channel_id limit 1)
             else (select first.channel_id from person_first as first
                   where first.kind = 2 and first.person_id = fact.person_id) end) = any (?)
