-- Which body an Idempotency-Key stands for. Written before the record is sent; sent says that the broker has it.
create table idempotency (
    tenant     text        not null,
    key        text        not null,
    request_id uuid        not null unique,
    body_hash  text        not null,
    sent       boolean     not null default false,
    created_at timestamptz not null default now(),
    primary key (tenant, key)
);

-- One row for each request: what a list shows. A projection of the log, like history.
create table requests (
    id             uuid primary key,
    session_id     uuid        not null unique,
    tenant         text        not null,
    state          text        not null,
    door           text,
    route          text,
    verdict        text,
    takes          integer     not null default 0,
    clip_uri       text,
    quoted_micros    bigint    not null default 0,
    committed_micros bigint    not null default 0,
    settled_micros   bigint    not null default 0,
    trace_id       text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);

create index requests_newest on requests (tenant, created_at desc);

-- All that was told of a request or a session, each event once.
create table history (
    seq        bigint generated always as identity primary key,
    event_id   text        not null unique,
    aggregate  uuid        not null,
    tenant     text        not null,
    type       text        not null,
    source     text        not null,
    at         timestamptz not null,
    trace_id   text,
    data       text        not null
);

create index history_of on history (aggregate, seq);
