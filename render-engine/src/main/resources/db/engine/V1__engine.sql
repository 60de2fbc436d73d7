-- The life of paid renders. Hot and narrow: takes. Cold and wide: requests, submissions.

create table requests (
    id          uuid primary key,
    tenant      text        not null,
    scenario    text        not null,
    campaign    text,
    request     text        not null, -- as the partner sent it
    decision    text        not null,
    traceparent text,
    state       text        not null default 'open', -- open, completed, failed, cancelled
    created_at  timestamptz not null,
    ended_at    timestamptz
);

-- A wish to stop may come before the request it means.
create table cancellations (
    request_id uuid        not null,
    tenant     text        not null, -- only the request's own tenant stops it
    reason     text,
    at         timestamptz not null,
    primary key (request_id, tenant)
);

create table takes (
    id            uuid primary key,
    request_id    uuid        not null references requests,
    tenant        text        not null,
    attempt       int         not null,
    model         text        not null,
    quoted_micros bigint      not null,
    queued_at     timestamptz not null,
    traceparent   text,
    step          int         not null,
    state         text        not null,
    tries         int         not null,
    next_at       timestamptz not null,
    owner         text,                -- the worker that drives it
    provider_id   text,
    submitted_at  timestamptz,
    since         timestamptz,
    outcome       text,                -- the clip, or code and message
    score         text,                -- what was measured at the clip
    unique (request_id, attempt)
) with (fillfactor = 70);

create index takes_free on takes (next_at) where owner is null and state not in ('finished', 'failed', 'cancelled');
create index takes_owned on takes (owner) where owner is not null;

-- A worker's lease on all it owns; renewed while it lives.
create table workers (
    id          text primary key,
    lease_until timestamptz not null
);

-- Each change of a take: its story.
create table steps (
    take_id uuid        not null references takes,
    step    int         not null,
    state   text        not null,
    cause   text        not null,
    at      timestamptz not null,
    primary key (take_id, step)
);

-- What was or will be submitted, and where its inputs lie at the provider.
create table submissions (
    take_id uuid primary key references takes,
    payload text not null,
    inputs  text not null
);

-- Every job that is a take's: no job can be two takes'.
create table provider_jobs (
    provider_id text primary key,
    take_id     uuid        not null references takes,
    at          timestamptz not null
);

create table ledger (
    seq        bigint generated always as identity primary key,
    take_id    uuid        not null,
    request_id uuid        not null,
    tenant     text        not null,
    campaign   text,
    kind       text        not null check (kind in ('quoted', 'committed', 'settled', 'released')),
    micros     bigint      not null check (micros >= 0),
    at         timestamptz not null
);
create index ledger_request on ledger (request_id);
-- The database itself keeps money from being committed or settled twice.
create unique index ledger_settled_once on ledger (take_id) where kind = 'settled';

-- The provider's concurrency, shared by all workers.
create table slots (
    model   text not null,
    number  int  not null,
    take_id uuid,
    primary key (model, number)
);
create index slots_take on slots (take_id) where take_id is not null;

-- A model that takes nothing until then, as without credits.
create table pauses (
    model  text primary key,
    until  timestamptz not null,
    reason text        not null
);
