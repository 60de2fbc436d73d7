-- Endpoints of partners. Kept when the projection is built anew.
create table webhooks (
    id            uuid primary key,
    tenant        text        not null,
    url           text        not null,
    description   text,
    types         text[]      not null,
    state         text        not null,
    reason        text,
    failing_since timestamptz,
    scheme        text        not null,
    public_key    text,
    key_sealed    bytea       not null,
    old_sealed    bytea,
    old_until     timestamptz,
    body_hash     text        not null, -- what its Idempotency-Key stands for
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

create index webhooks_of on webhooks (tenant, created_at);

-- One fact for one endpoint; the id comes from both, so that a fact that is told again finds its row. Kept when the
-- projection is built anew. While it is sent, due_at is when its lease ends.
create table webhook_deliveries (
    id          uuid primary key,
    webhook_id  uuid        not null references webhooks on delete cascade,
    event_id    text        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    payload     bytea       not null,
    state       text        not null,
    attempts    integer     not null default 0, -- in all
    tries       integer     not null default 0, -- of this round
    due_at      timestamptz not null,
    lease       uuid,
    created_at  timestamptz not null
);

create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where state = 'PENDING';
create index webhook_deliveries_of on webhook_deliveries (webhook_id, created_at desc, id);
create index webhook_deliveries_age on webhook_deliveries (created_at);

-- What came of each attempt, as far as it is known: one that was lost with its pod has no row.
create table webhook_attempts (
    delivery_id uuid        not null references webhook_deliveries on delete cascade,
    number      integer     not null,
    at          timestamptz not null,
    status      integer,
    failure     text,
    duration_ms bigint      not null,
    answer      text,
    primary key (delivery_id, number)
);
