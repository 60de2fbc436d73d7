-- What a conversation must remember beyond its process. Its words are working memory: they go when the session is over,
-- unless those who spoke have agreed that they are kept for a while.
alter table turns
    add column began_at       timestamptz not null default now(),
    add column ended_at       timestamptz,
    add column transcribed    timestamptz,
    add column first_sentence timestamptz,
    add column sent           timestamptz,
    add column written        boolean     not null default false,
    add column spoken_before  int         not null default 0,
    add column answer         text        not null default '',
    add column spoken         text        not null default '';
update turns set ended_at = began_at where ended;
create index turns_ended on turns (session_id, ended_at) where ended;

-- Every input once. POSTED: left for the owner by another process; TAKEN: fetched by it; ACCEPTED: waits for its turn;
-- ANSWERED: by the turn named; SKIPPED: told as not answered.
create table inputs (
    session_id     uuid        not null references sessions (id),
    input_id       text        not null,
    number         bigint      generated always as identity,
    state          text        not null,
    text           text        not null,
    origin         text        not null,
    author         text,
    verbatim       boolean     not null,
    end_of_input   timestamptz not null,
    transcribed    timestamptz,
    turn           int,
    place          int,
    reason         text,
    primary key (session_id, input_id)
);
create index inputs_latest on inputs (session_id, number);
create index inputs_of_turn on inputs (session_id, turn) where turn is not null;
create index inputs_posted on inputs (session_id) where state = 'POSTED';
create index inputs_open on inputs (session_id) where state in ('TAKEN', 'ACCEPTED');

-- The sentences of turns under way, from which another process goes on.
create table sentences (
    session_id     uuid        not null references sessions (id),
    turn           int         not null,
    number         int         not null,
    text           text        not null,
    primary key (session_id, turn, number)
);

-- Sessions that are over and whose words are kept, and for how long.
create table transcripts (
    session_id     uuid        primary key references sessions (id),
    expires_at     timestamptz not null
);
create index transcripts_expiring on transcripts (expires_at);
