-- One live session. Its lease ends by itself; what has ended without being stopped is found by state and lease.
create table sessions (
    id             uuid primary key,
    tenant         text        not null,
    request_id     uuid,
    avatar_id      text        not null,
    persona        text,
    language       text,
    max_seconds    bigint      not null,
    sandbox        boolean     not null,
    fingerprint    text        not null,
    traceparent    text,
    state          text        not null,
    since          timestamptz,
    provider_id    text,
    control_url    text,
    media_kind     text,
    media_url      text,
    media_token    text,
    lease_until    timestamptz,
    kept_alive_at  timestamptz,
    close_at       timestamptz,
    live_since     timestamptz,
    end_reason     text,
    ended_at       timestamptz,
    live_ms        bigint,
    settled_micros bigint
);
create index sessions_leased on sessions (lease_until) where state in ('STARTING', 'LIVE');
create index sessions_ending on sessions (close_at) where state = 'ENDING';

-- A turn, from its begin. What was said is not kept.
create table turns (
    session_id     uuid        not null references sessions (id),
    number         int         not null,
    ended          boolean     not null,
    interrupted    boolean     not null,
    end_of_input   timestamptz not null,
    first_token    timestamptz,
    first_audio    timestamptz,
    first_frame    timestamptz,
    primary key (session_id, number)
);

-- Append-only: what was quoted, and what it did cost. Micros of US dollars.
create table ledger (
    session_id     uuid        not null references sessions (id),
    kind           text        not null,
    micros         bigint      not null,
    at             timestamptz not null,
    primary key (session_id, kind)
);
