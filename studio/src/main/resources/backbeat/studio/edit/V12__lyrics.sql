-- The words of a song as people last left them. Older states stay, so that the last one can be taken back.
create table song_lyrics (
    production_id varchar(32) not null,
    revision integer not null,
    content text not null,
    account_id varchar(32),
    said_at bigint not null,
    undone boolean not null,
    primary key (production_id, revision)
);
