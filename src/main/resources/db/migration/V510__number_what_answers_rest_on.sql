-- How often what answers rest on has changed, by area: what was read at one number holds as long as the number is the same.
-- A change adds a row in its own transaction and waits for nobody, so that imports beside each other go on doing so; the
-- number of an area is the sum of its rows. Commits are seen one after the other: equal sums are equal states. Whoever
-- derives puts the rows of an area together from time to time, which leaves the sum as it is.
create table data_version (
    id      bigint generated always as identity primary key,
    area    text not null,
    changes bigint not null
);

-- One row for each transaction and area, however many statements it has.
create function data_changed(changed_area text) returns void language plpgsql as $$
begin
    if coalesce(current_setting('rapport.changed_' || changed_area, true), '') <> 'yes' then
        insert into data_version (area, changes) values (changed_area, 1);
        perform set_config('rapport.changed_' || changed_area, 'yes', true);
    end if;
end $$;

create function count_change() returns trigger language plpgsql as $$
begin
    perform data_changed(tg_argv[0]);
    return null;
end $$;

-- A statement that leaves all as it was, as those of imports that meet a known channel again, changes nothing.
create function count_real_change() returns trigger language plpgsql as $$
begin
    if exists (select t::text from changed as t except all select t::text from before as t)
        or exists (select t::text from before as t except all select t::text from changed as t) then
        perform data_changed(tg_argv[0]);
    end if;
    return null;
end $$;

create function count_real_rows() returns trigger language plpgsql as $$
begin
    if exists (select from changed) then
        perform data_changed(tg_argv[0]);
    end if;
    return null;
end $$;

-- The families of the days that were marked, or counted in.
create function count_marked_days() returns trigger language plpgsql as $$
begin
    perform data_changed(family) from (select distinct family from changed order by family) as families;
    return null;
end $$;

do $$
declare
    each record;
begin
    -- Small tables whose every word may stand in an answer, and what people write beside figures.
    for each in
        select unnest(array['channel', 'channel_rule', 'feature', 'goal', 'health_weights', 'journey_step', 'segment_group',
                            'segment_value', 'settings', 'signature', 'source', 'survey', 'zone_rules']) as name,
               'dimensions' as area
        union all
        select unnest(array['annotation', 'follow_up', 'target']), 'notes'
    loop
        execute format('create trigger data_version_insert after insert on %I referencing new table as changed
                        for each statement execute function count_real_rows(%L)', each.name, each.area);
        execute format('create trigger data_version_update after update on %I
                        referencing old table as before new table as changed
                        for each statement execute function count_real_change(%L)', each.name, each.area);
        execute format('create trigger data_version_delete after delete on %I referencing old table as changed
                        for each statement execute function count_real_rows(%L)', each.name, each.area);
        execute format('create trigger data_version_truncate after truncate on %I
                        for each statement execute function count_change(%L)', each.name, each.area);
    end loop;
    -- Facts and whom they are of. Rows are many: that a statement was there is enough.
    for each in
        select unnest(array['campaign_day', 'event', 'event_name', 'exchange_rate', 'identification', 'invitation', 'known_name',
                            'membership', 'mention', 'mention_label', 'order_line', 'page', 'person', 'person_signature',
                            'person_trait', 'post', 'response', 'subscription', 'ticket_record', 'traffic_source',
                            'visitor']) as name
    loop
        execute format('create trigger data_version after insert or update or delete or truncate on %I
                        for each statement execute function count_change(''facts'')', each.name);
    end loop;
end $$;

create trigger data_version_insert after insert on dirty_day referencing new table as changed
    for each statement execute function count_marked_days();
create trigger data_version_update after update on dirty_day referencing new table as changed
    for each statement execute function count_marked_days();
create trigger data_version_delete after delete on dirty_day referencing old table as changed
    for each statement execute function count_marked_days();

create trigger data_version after update of refreshed_at on rollup_state
    for each statement execute function count_change('cube');

-- An import tells its pages how far it is; what others show of it changes when it has ended or was taken back.
create trigger data_version after update on import_job for each row
    when ((old.finished_at, old.undone_at) is distinct from (new.finished_at, new.undone_at))
    execute function count_change('imports');
create trigger data_version_row after insert or delete on import_job for each statement execute function count_change('imports');

-- Which figures of a day are another ones: what was read of it holds as long as its number is the same.
create sequence day_version;
alter table day_refresh add column version bigint not null default nextval('day_version');

drop table family_version;
alter table rollup_state drop column version;
