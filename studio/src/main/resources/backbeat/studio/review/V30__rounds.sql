-- What somebody drew on the frame: lines of points, as parts of the picture's width and height.
alter table comment add column drawing varchar(20000);

-- Somebody approved a film, or asked for changes. What was said is never changed: who thinks otherwise says so anew.
create table verdict (
    id varchar(32) primary key,
    production_id varchar(32) not null,
    film varchar(80) not null,
    cut integer not null,
    approved boolean not null,
    words varchar(1000) not null,
    author varchar(80) not null,
    account_id varchar(32),
    link_id varchar(32),
    made_at bigint not null
);
create index verdict_by_production on verdict(production_id, made_at);
