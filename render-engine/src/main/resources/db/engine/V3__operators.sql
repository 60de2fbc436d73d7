-- What operators did, and what the rounds of checking found.

-- Every act that changed something, by whose key. Never changed, never removed.
create table operator_acts (
    seq     bigint generated always as identity primary key,
    key_id  text        not null,
    act     text        not null,
    subject text        not null,
    detail  text        not null,
    at      timestamptz not null
);

alter table alerts add column severity text not null default 'warning'
    check (severity in ('info', 'warning', 'critical'));
create index alerts_newest on alerts (opened_at desc);

-- The newest reports of the reconciliation; older ones are dropped.
create table reconciliations (
    seq      bigint generated always as identity primary key,
    ended_at timestamptz not null,
    report   text        not null
);

create index provider_jobs_take on provider_jobs (take_id);
create index provider_jobs_at on provider_jobs (at);
