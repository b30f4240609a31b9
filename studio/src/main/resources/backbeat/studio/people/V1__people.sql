-- Who may come in. Instants are milliseconds since 1970; keys are random text.
create table account (
    id varchar(32) primary key,
    email varchar(254) not null unique,
    name varchar(80) not null,
    password varchar(200) not null,
    studio_owner boolean not null,
    made_at bigint not null
);

-- Only the hash of a session's secret is kept: who reads the database cannot come in with it.
create table sign_in (
    secret_hash varchar(64) primary key,
    account_id varchar(32) not null references account(id) on delete cascade,
    begun_at bigint not null,
    seen_at bigint not null,
    browser varchar(200) not null
);
create index sign_in_by_account on sign_in(account_id);

create table invitation (
    id varchar(32) primary key,
    secret_hash varchar(64) not null unique,
    production_id varchar(32) not null,
    role varchar(20) not null,
    invited_by varchar(32) not null references account(id),
    made_at bigint not null,
    ends_at bigint not null,
    used_by varchar(32)
);

create table member (
    production_id varchar(32) not null,
    account_id varchar(32) not null references account(id) on delete cascade,
    role varchar(20) not null,
    since bigint not null,
    primary key (production_id, account_id)
);
create index member_by_account on member(account_id);
