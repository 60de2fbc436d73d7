-- Characters that a tenant has registered, or withdrawn. Written here first and kept when the projection is built anew; what was
-- measured comes from the facts. After a withdrawal nothing is left of the registration.
create table characters (
    id           uuid primary key,
    tenant       text        not null,
    name         text        not null,
    version      integer     not null, -- of the registration; 0 for a name that was only withdrawn
    body_hash    text,
    registration text,                 -- JSON
    state        text        not null,
    code         text,
    reason       text,
    usable       integer     not null default 0,
    warnings     text,                 -- JSON
    ends_at      timestamptz,          -- when consent or registration runs out
    sent         boolean     not null, -- whether the broker has the work of this state
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    unique (tenant, name)
);

create index characters_due on characters (ends_at) where state in ('ENROLLING', 'READY', 'REFUSED');
create index characters_unsent on characters (updated_at) where not sent;

-- Which registration an Idempotency-Key stands for.
create table character_keys (
    tenant     text        not null,
    key        text        not null,
    body_hash  text        not null,
    name       text        not null,
    created_at timestamptz not null default now(),
    primary key (tenant, key)
);

-- How a campaign stands by its newest fact: a projection.
create table campaigns (
    id     uuid primary key,
    tenant text        not null,
    name   text        not null,
    takes  integer     not null,
    number bigint      not null,
    data   text        not null, -- the fact
    at     timestamptz not null
);

create index campaigns_of on campaigns (tenant, name);

-- Two arms that are compared; the requests are rows of the batch. Kept when the projection is built anew.
create table trials (
    id         uuid primary key,
    tenant     text        not null,
    campaign   text        not null,
    batch_id   uuid        not null,
    design     text        not null, -- JSON
    created_at timestamptz not null
);

create index trials_of on trials (tenant, campaign, created_at);

-- Whether the result may be used: passed or approved, and not rejected.
alter table requests
    add column accepted boolean not null default false,
    add column approved integer not null default 0,
    add column rejected integer not null default 0;

create index requests_campaign on requests (tenant, campaign) where campaign is not null;
