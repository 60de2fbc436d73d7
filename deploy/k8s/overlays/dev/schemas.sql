-- One schema and one role a service; no role sees another's schema. Passwords are for development only.
create role request_api login password 'dev-request-api';
create role i2v login password 'dev-i2v';
create role r2v login password 'dev-r2v';
create role avatar login password 'dev-avatar';
create schema request_api authorization request_api;
create schema i2v authorization i2v;
create schema r2v authorization r2v;
create schema avatar authorization avatar;
alter role request_api set search_path = request_api;
alter role i2v set search_path = i2v;
alter role r2v set search_path = r2v;
alter role avatar set search_path = avatar;
revoke all on schema public from public;
