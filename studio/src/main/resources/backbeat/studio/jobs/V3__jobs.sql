create table job (
    id varchar(32) primary key,
    production_id varchar(32) not null,
    step varchar(20) not null,
    state varchar(12) not null,
    fraction double precision not null,
    doing varchar(300) not null,
    problem varchar(4000),
    asked_by varchar(32),
    made_at bigint not null,
    begun_at bigint,
    ended_at bigint,
    starts integer not null
);
create index job_by_production on job(production_id, made_at);
create index job_by_state on job(state, made_at);

-- db-scheduler's own table, by its documentation.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data ${blob},
    execution_time timestamp not null,
    picked boolean not null,
    picked_by text,
    last_success timestamp,
    last_failure timestamp,
    consecutive_failures integer,
    last_heartbeat timestamp,
    version bigint not null,
    priority integer,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks(execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks(last_heartbeat);
