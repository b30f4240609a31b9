-- What people said of clips, in the order it was said: places by hand, circled takes, ratings. The last word on a matter holds; what was undone stays.
create table clip_word (
    production_id varchar(32) not null,
    place integer not null,
    clip varchar(1000) not null,
    matter varchar(12) not null,
    said varchar(1000) not null,
    words varchar(300) not null,
    account_id varchar(32),
    said_at bigint not null,
    undone boolean not null,
    primary key (production_id, place)
);
