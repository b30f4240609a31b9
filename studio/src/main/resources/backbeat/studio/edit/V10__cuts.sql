-- Versions of a production's cut, each made of another one, which is how a step is taken back. What the planner was told may hold more still than people wish for
-- the next cut: a swapped shot leaves all others where they are.
create table cut_version (
    production_id varchar(32) not null,
    number integer not null,
    parent integer,
    state varchar(12) not null,
    words varchar(300) not null,
    name varchar(80) not null,
    account_id varchar(32),
    made_at bigint not null,
    wishes text not null,
    told text,
    primary key (production_id, number)
);

-- Which one people look at.
create table cut_open (
    production_id varchar(32) primary key,
    number integer not null
);
