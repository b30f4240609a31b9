create table production (
    id varchar(32) primary key,
    name varchar(120) not null,
    artist varchar(120) not null,
    kind varchar(20) not null,
    made_by varchar(32) not null,
    made_at bigint not null,
    song_name varchar(255),
    song_file varchar(300),
    song_at bigint,
    footage_folder varchar(1000),
    footage_at bigint
);

-- What happened, for people to read.
create table activity (
    id varchar(32) primary key,
    production_id varchar(32) not null references production(id) on delete cascade,
    account_id varchar(32),
    done varchar(300) not null,
    done_at bigint not null
);
create index activity_by_production on activity(production_id, done_at);
