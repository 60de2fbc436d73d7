-- What a request is about and when it will have ended, as far as it was foretold.
alter table requests
    add column name text,
    add column campaign text,
    add column reason text,
    add column clip_seconds double precision,
    add column released_micros bigint not null default 0,
    add column place integer,
    add column likely_at timestamptz,
    add column latest_at timestamptz,
    add column stated_at timestamptz;

-- Requests that are asked for as one. A catalogue by REST is written here first and kept when the projection is built anew;
-- a fan-out and a folder have their parent's id, and come from the log.
create table batches (
    id           uuid primary key,
    tenant       text        not null,
    kind         text        not null check (kind in ('catalogue', 'fan-out', 'folder')),
    title        text,
    campaign     text,
    body_hash    text,        -- a catalogue's; the key stands for it
    total        integer     not null,
    created_at   timestamptz not null,
    sent_at      timestamptz, -- when the last of its rows was on the log
    cancelled_at timestamptz
);

create index batches_newest on batches (tenant, created_at desc);

-- One row for each that was asked for. Without a request it was refused: codes and errors say why.
create table batch_rows (
    batch_id   uuid    not null references batches,
    number     integer not null, -- from 1
    name       text,
    request_id uuid,
    codes      text,             -- with a space between
    errors     text,             -- JSON
    notes      text,             -- JSON: what had no place in a request, of an accepted row
    primary key (batch_id, number)
);

create index batch_rows_of on batch_rows (request_id);
