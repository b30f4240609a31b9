-- What people said of a song, in the order it was said. What was undone stays, to be said again.
create table song_correction (
    production_id varchar(32) not null,
    place integer not null,
    said varchar(8000) not null,
    words varchar(200) not null,
    account_id varchar(32),
    said_at bigint not null,
    undone boolean not null,
    primary key (production_id, place)
);
