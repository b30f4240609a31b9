-- A comment may stand on a stretch: its last frame, and where that ends on the song. Null where it stands on one frame.
alter table comment add column last_frame integer;
alter table comment add column song_end double precision;
-- The task of the plan that a comment became.
alter table comment add column task_id varchar(32);

-- Who was called by name in a comment.
create table mention (
    id varchar(32) primary key,
    production_id varchar(32) not null,
    comment_id varchar(32) not null,
    account_id varchar(32),
    made_at bigint not null
);
create index mention_by_account on mention(account_id, made_at);
create index mention_by_production on mention(production_id);
