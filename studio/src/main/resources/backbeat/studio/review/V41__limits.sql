-- What came by a link is counted before more is taken.
create index comment_by_link on comment(link_id, made_at);
create index verdict_by_link on verdict(link_id, made_at);
