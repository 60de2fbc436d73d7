-- What persons say of clips, and which clip waits for their word. Workers of the version before know nothing of it and
-- go on: they read and write none of this.

-- Never changed, never removed; of a take the last one counts.
create table rulings (
    seq        bigint generated always as identity primary key,
    event_id   uuid        not null unique, -- a word that comes again is known by it
    request_id uuid        not null references requests,
    take_id    uuid        not null references takes,
    word       text        not null check (word in ('approved', 'rejected')),
    by         text,
    reason     text,
    at         timestamptz not null
);
create index rulings_take on rulings (take_id, seq);

-- The clip of which it was told that the request waits for a person's word on it.
alter table requests add column held_take uuid;
