-- How many people a day had stands beside their sets, four rows a page: a trend by channel read a page for each day and
-- channel. From the index alone it reads a dozen.
alter table day_set
    drop constraint day_set_pkey,
    add constraint day_set_pkey primary key (measure, item, channel_id, segment_value_id, day) include (cardinality);
