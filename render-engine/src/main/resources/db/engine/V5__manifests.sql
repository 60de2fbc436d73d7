-- Takes whose manifest is to be written again: something was measured or said after their clip was stored. A row goes
-- once that is written; workers of the version before leave none.
create table manifest_notes (
    seq     bigint generated always as identity primary key,
    take_id uuid not null references takes
);
create index manifest_notes_take on manifest_notes (take_id);
