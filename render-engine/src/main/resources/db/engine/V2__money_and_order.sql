-- Who is served next, what may be spent, what was measured, what an operator has to know.

-- A line's order: lane (0 high, 1 normal, 2 low), then due. Every take is due at some time, so none waits for ever.
alter table takes add column lane smallint not null default 1;
alter table takes add column due timestamptz;
update takes set due = queued_at + interval '12 hours';
alter table takes alter column due set not null;
-- What becomes of a render that the provider would not stop: keep or drop; null as long as it need not stop.
alter table takes add column stop text;
-- What the duration of its render depends on; null if it cannot be rendered at all.
alter table takes add column resolution text;
alter table takes add column seconds int;
alter table takes add column campaign text;
update takes set campaign = (select campaign from requests where requests.id = takes.request_id);
-- The forecast that was told last, to be held against what came.
alter table takes add column forecast_number int not null default 0;
alter table takes add column forecast_place int;
alter table takes add column forecast_at timestamptz;
alter table takes add column latest_at timestamptz; -- as it was told when the take was queued

drop index takes_free;
create index takes_waiting on takes (model, tenant, lane, due, id) where owner is null and state = 'queued';
create index takes_moving on takes (next_at) where owner is null
    and state not in ('queued', 'finished', 'failed', 'cancelled');
create index takes_open on takes (state, model, tenant) where state not in ('finished', 'failed', 'cancelled');

-- The tenant's own deadline, and whether the result is worthless after it.
alter table requests add column deadline timestamptz;
create index requests_deadline on requests (deadline) where state = 'open' and deadline is not null;
alter table cancellations add column unstoppable text not null default 'keep';
-- Whether nothing is left to be stopped.
alter table cancellations add column done boolean not null default false;
create index cancellations_open on cancellations (request_id) where not done;
create index slots_free on slots (model, number) where take_id is null;
-- Which change of the take a line belongs to.
alter table ledger add column step int;

-- Fair queueing by virtual time (start-time fair queueing): what a tenant was served, in slots by weight, for each model;
-- the three lanes inside of it alike.
create table lines (
    model  text             not null,
    tenant text             not null,
    served double precision not null default 0,
    clock  double precision not null default 0, -- virtual time inside of the tenant
    high   double precision not null default 0,
    normal double precision not null default 0,
    low    double precision not null default 0,
    primary key (model, tenant)
);
insert into lines (model, tenant) select distinct model, tenant from takes;
-- The virtual time of a model: the start of the take that was served last.
create table clocks (
    model text primary key,
    time  double precision not null default 0
);
insert into clocks (model) select distinct model from takes;
-- An operator's word on a tenant's share; without one it is 1.
create table weights (
    tenant text primary key,
    weight double precision not null check (weight > 0)
);

-- What a tenant ('' as campaign) and each of its campaigns has spent or may have spent; the row itself holds the cap.
create table purses (
    tenant           text   not null,
    campaign         text   not null default '',
    cap_micros       bigint check (cap_micros >= 0),
    committed_micros bigint not null default 0 check (committed_micros >= 0), -- open: neither settled nor released
    settled_micros   bigint not null default 0 check (settled_micros >= 0),
    primary key (tenant, campaign)
);
insert into purses (tenant, campaign, committed_micros, settled_micros)
select tenant, c, sum(case kind when 'committed' then micros when 'quoted' then 0 else -micros end),
       sum(case kind when 'settled' then micros else 0 end)
from (select tenant, '' as c, kind, micros from ledger
      union all select tenant, campaign, kind, micros from ledger where campaign is not null) l
group by tenant, c;
create index ledger_tenant on ledger (tenant, campaign, at);

-- Who takes nothing until then: a model ('' for all), of a tenant ('' for all), by whose word.
drop table pauses;
create table pauses (
    model   text        not null default '',
    tenant  text        not null default '',
    by      text        not null check (by in ('operator', 'provider', 'contract')),
    until   timestamptz not null, -- infinity: until somebody resumes it
    reason  text        not null,
    since   timestamptz not null,
    strikes int         not null default 1, -- how often the provider has said so without a word of success between
    primary key (model, tenant, by)
);

-- How long renders took; the newest of each kind are kept.
create table durations (
    seq        bigint generated always as identity primary key,
    model      text        not null,
    resolution text        not null,
    seconds    int         not null,
    render_ms  bigint      not null,
    latest_ms  bigint,               -- as it was foretold when the render began
    at         timestamptz not null
);
create index durations_of on durations (model, resolution, seconds, seq desc);

-- What an operator should look at; open until it is over.
create table alerts (
    id        bigint generated always as identity primary key,
    kind      text        not null,
    subject   text        not null,
    detail    text        not null,
    opened_at timestamptz not null,
    seen_at   timestamptz not null, -- the last time that it was still so
    closed_at timestamptz
);
create unique index alerts_open on alerts (kind, subject) where closed_at is null;
