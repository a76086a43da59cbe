-- What a team wants a metric to be, from a day on. Of those for the very channel and segment asked for, the newest holds.
create table target (
    id            int generated always as identity primary key,
    metric        text not null,
    channel_id    smallint references channel,           -- null = not for one channel
    segment_group text,                                  -- keys; null = not for one segment
    segment_value text,
    from_day      date not null,
    span          text check (span in ('day', 'week', 'month', 'quarter', 'year')), -- what the value is for; null = any period
    bound         text not null check (bound in ('at-least', 'at-most')),
    value         numeric(24, 6) not null,
    created_by    text not null,
    created_at    timestamptz not null default now(),
    check ((segment_group is null) = (segment_value is null)),
    unique nulls not distinct (metric, channel_id, segment_group, segment_value, from_day)
);
