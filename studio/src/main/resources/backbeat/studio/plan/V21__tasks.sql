alter table production add column release_on varchar(10);

-- Dates are days as ISO text: a due date is the same day everywhere.
create table task (
    id varchar(32) primary key,
    production_id varchar(32) not null references production(id) on delete cascade,
    stage varchar(12) not null,
    title varchar(200) not null,
    owner_id varchar(32),
    due_on varchar(10),
    days integer not null,
    done_on varchar(10),
    place integer not null
);
create index task_by_production on task(production_id, place);
create index task_by_due on task(due_on, done_on);

-- "task_id" cannot end before "needs_id" has.
create table task_need (
    task_id varchar(32) not null references task(id) on delete cascade,
    needs_id varchar(32) not null references task(id) on delete cascade,
    production_id varchar(32) not null,
    primary key (task_id, needs_id)
);
create index task_need_by_production on task_need(production_id);

-- What was done to the plan, so that it can be undone: the tasks before and after, as JSON.
create table plan_change (
    production_id varchar(32) not null,
    place integer not null,
    account_id varchar(32),
    words varchar(300) not null,
    before_json varchar(100000) not null,
    after_json varchar(100000) not null,
    made_at bigint not null,
    undone boolean not null,
    primary key (production_id, place)
);
