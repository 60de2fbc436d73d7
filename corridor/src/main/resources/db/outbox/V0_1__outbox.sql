-- Events that wait for the relay. A row leaves once the broker has acknowledged it.
create table outbox (
    seq        bigint generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    event_id   text        not null,
    source     text        not null,
    type       text        not null,
    subject    text,
    at         timestamptz,
    extensions text        not null,
    data       bytea       not null
);
