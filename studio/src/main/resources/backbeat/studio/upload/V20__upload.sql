-- What is on its way. The bytes that were received and checked stand in "received"; the file may hold more, which is then not believed.
create table upload (
    id varchar(32) primary key,
    production_id varchar(32) not null,
    account_id varchar(32) not null,
    purpose varchar(12) not null,
    name varchar(1000) not null,
    bytes bigint not null,
    received bigint not null,
    more boolean not null,
    made_at bigint not null,
    touched_at bigint not null
);
create index upload_by_production on upload(production_id, made_at);
