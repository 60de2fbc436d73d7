-- A session is made of legs, each of which is one paid session at the provider. What a session is to be stands in one
-- document. A session of before has one leg, if it ever was on its way to the provider.
alter table sessions
    add column wish        text,
    add column created_at  timestamptz,
    add column cause       text,
    add column always_on   boolean not null default false,
    add column try_at      timestamptz,
    add column resume_at   timestamptz,
    add column plan_position text not null default '',
    add column owner       text,
    add column owner_until timestamptz,
    add column wanted_by   text,
    add column wanted_until timestamptz,
    add column nudged      boolean not null default false;

create table legs (
    session_id      uuid        not null references sessions (id),
    number          int         not null,
    state           text        not null,
    quoted_micros   bigint      not null,
    since           timestamptz,
    length_ms       bigint,
    provider_id     text,
    control_url     text,
    media_kind      text,
    media_url       text,
    media_token     text,
    allowed_ms      bigint,
    cap_at          timestamptz,
    live_since      timestamptz,
    reason          text,
    micros          bigint,
    primary key (session_id, number)
);
create index legs_open on legs (session_id) where state in ('preparing', 'live', 'stopping');
create index legs_by_provider on legs (provider_id);

insert into legs
select s.id, 1,
       case s.state when 'STARTING' then 'preparing' when 'LIVE' then 'live' when 'ENDING' then 'stopping'
                    else case when s.live_since is null then 'refused' else 'settled' end end,
       coalesce((select micros from ledger l where l.session_id = s.id and l.kind = 'QUOTED'), 0),
       case s.state when 'ENDED' then s.ended_at else s.since end,
       s.max_seconds * 1000, s.provider_id, s.control_url, s.media_kind, s.media_url, s.media_token, null,
       s.live_since + make_interval(secs => s.max_seconds),
       case when s.state in ('ENDING', 'ENDED') then coalesce(s.live_since, s.since) end,
       s.end_reason, s.settled_micros
from sessions s
where s.state <> 'OFFERED' and s.since is not null;

update sessions set
    wish = jsonb_build_object(
        'sessionId', id, 'tenant', tenant, 'requestId', request_id, 'avatarId', avatar_id, 'mode', 'LITE',
        'persona', persona, 'language', language, 'maxLength', 'PT' || max_seconds || 'S', 'sandbox', sandbox,
        'alwaysOn', false, 'turnPolicy', 'INTERRUPT',
        'consent', jsonb_build_object('recordTranscript', false, 'recordVideo', false, 'keep', 'PT0S'),
        'disclosure', jsonb_build_object('spoken', false, 'text', ''), 'rtmp', '[]'::jsonb)::text,
    created_at = coalesce(live_since, since, now()),
    cause = 'START',
    state = case state when 'OFFERED' then 'requested' when 'STARTING' then 'opening' when 'LIVE' then 'live'
                       when 'ENDING' then 'closing' else 'closed' end;

alter table sessions alter column wish set not null, alter column created_at set not null;
drop index sessions_leased;
drop index sessions_ending;
alter table sessions
    drop column request_id, drop column avatar_id, drop column persona, drop column language, drop column max_seconds,
    drop column sandbox, drop column provider_id, drop column control_url, drop column media_kind,
    drop column media_url, drop column media_token, drop column live_since, drop column live_ms,
    drop column settled_micros;
create index sessions_leased on sessions (lease_until)
    where state in ('waiting', 'opening', 'live', 'rotating', 'paused');
create index sessions_waiting on sessions (since) where state = 'waiting';
create index sessions_newest on sessions (created_at desc);

-- Append-only. Of each leg there is one line of each kind, except what was found to have been spent later.
alter table ledger add column leg int not null default 1;
alter table ledger alter column leg drop default;
alter table ledger drop constraint ledger_pkey;
create unique index ledger_once on ledger (session_id, leg, kind) where kind <> 'ADDED';
create index ledger_session on ledger (session_id);

-- What the provider does without having said so: the shortest time after which it ended such a leg.
create table lessons (
    mode    text    not null,
    sandbox boolean not null,
    cap_ms  bigint  not null,
    primary key (mode, sandbox)
);
