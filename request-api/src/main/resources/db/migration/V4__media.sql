-- What tenants have brought, by the content as it came: the same bytes are the same medium. Facts are of the stripped file.
create table media (
    id            uuid primary key,
    tenant        text        not null,
    name          text,
    type          text        not null,
    bytes         bigint      not null,
    sha256        text        not null,
    state         text        not null,
    code          text,
    reason        text,
    width         integer,
    height        integer,
    alpha         boolean,
    sound         boolean,
    seconds       double precision,
    stored_bytes  bigint,
    stored_sha256 text,
    expires_at    timestamptz not null,
    created_at    timestamptz not null default now()
);

create index media_granted on media (tenant, expires_at) where state <> 'READY';
