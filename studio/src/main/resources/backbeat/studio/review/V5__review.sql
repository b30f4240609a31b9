create table review_link (
    id varchar(32) primary key,
    secret_hash varchar(64) not null unique,
    production_id varchar(32) not null,
    guest varchar(80) not null,
    made_by varchar(32) not null,
    made_at bigint not null,
    ends_at bigint not null,
    ended boolean not null,
    may_download boolean not null
);

-- A comment stands on a frame of one version of the film.
create table comment (
    id varchar(32) primary key,
    production_id varchar(32) not null,
    film varchar(80) not null,
    frame integer not null,
    song_seconds double precision not null,
    author varchar(80) not null,
    account_id varchar(32),
    link_id varchar(32),
    words varchar(4000) not null,
    answers varchar(32),
    resolved boolean not null,
    made_at bigint not null
);
create index comment_by_production on comment(production_id, song_seconds);
