alter table sign_in add column place varchar(80);

-- How to reach somebody. Seen by those who may, and by the person.
create table contact (
    account_id varchar(32) primary key references account(id) on delete cascade,
    phone varchar(60) not null,
    address varchar(300) not null
);

-- A link of the owner that sets a password anew. Only its hash is kept.
create table password_link (
    id varchar(32) primary key,
    secret_hash varchar(64) not null unique,
    account_id varchar(32) not null references account(id) on delete cascade,
    made_by varchar(32) not null,
    ends_at bigint not null,
    used boolean not null
);

-- A key for programs of a person. Only its hash is kept.
create table api_token (
    id varchar(32) primary key,
    secret_hash varchar(64) not null unique,
    account_id varchar(32) not null references account(id) on delete cascade,
    name varchar(80) not null,
    writes boolean not null,
    made_at bigint not null,
    ends_at bigint not null,
    used_at bigint
);
create index api_token_by_account on api_token(account_id);

-- Codes by the time (RFC 6238). The key must be known to compare them; "last_step" keeps a code from being used twice.
create table second_factor (
    account_id varchar(32) primary key references account(id) on delete cascade,
    secret varchar(64) not null,
    confirmed boolean not null,
    last_step bigint not null
);
