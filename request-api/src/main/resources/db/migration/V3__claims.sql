-- Which body a request's id stands for, from whichever door it came first. Narrow, and kept when the projection is built anew.
-- sent says that the broker has the record.
create table claims (
    request_id uuid primary key,
    tenant     text        not null,
    body_hash  bytea       not null,
    door       text        not null,
    sent       boolean     not null,
    created_at timestamptz not null default now()
) with (fillfactor = 80);

insert into claims (request_id, tenant, body_hash, door, sent, created_at)
select request_id, tenant, decode(body_hash, 'hex'), 'rest', sent, created_at from idempotency;

drop table idempotency;

-- New requests by REST of tenants that have a daily quota; days of UTC.
create table daily_use (
    tenant text   not null,
    day    date   not null,
    used   bigint not null,
    primary key (tenant, day)
);
