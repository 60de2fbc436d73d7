-- What was told leaves by age, a week at a time: by dropping a partition, since deleting rows costs more than writing them.
-- A request's week (its Monday) is the one in which it was first heard of; all that is told of it stands there.
alter table requests add column week date;
update requests set week = date_trunc('week', now() at time zone 'utc')::date;
alter table requests alter column week set not null;
create index requests_week on requests (week);

create sequence history_seq;
alter table history rename to history_before;
alter table history_before alter column seq drop identity;
alter table history_before drop constraint history_pkey;
alter table history_before drop constraint history_event_id_key;
alter index history_of rename to history_before_of;
alter table history_before add column week date;
update history_before set week = date_trunc('week', now() at time zone 'utc')::date;
alter table history_before alter column week set not null;

create table history (
    seq        bigint      not null default nextval('history_seq'),
    event_id   text        not null,
    aggregate  uuid        not null,
    tenant     text        not null,
    type       text        not null,
    source     text        not null,
    at         timestamptz not null,
    trace_id   text,
    data       text        not null,
    week       date        not null,
    unique (event_id, week)
) partition by range (week);
create index history_of on history (aggregate, seq);

select setval('history_seq', coalesce(max(seq), 0) + 1, false) from history_before;

-- What was there before counts as told this week.
do $$
declare
    monday date := date_trunc('week', now() at time zone 'utc')::date;
    name text := 'history_' || to_char(monday, 'YYYYMMDD');
begin
    execute format('alter table history_before rename to %I', name);
    execute format('alter index history_before_of rename to %I', name || '_of');
    execute format('alter table history attach partition %I for values from (%L) to (%L)', name, monday, monday + 7);
end $$;
