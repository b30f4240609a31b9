-- The shot list of a production as people last left it. Older states stay, so that the last one can be taken back.
create table shot_list (
    production_id varchar(32) not null,
    revision integer not null,
    words varchar(300) not null,
    content text not null,
    account_id varchar(32),
    said_at bigint not null,
    undone boolean not null,
    primary key (production_id, revision)
);
