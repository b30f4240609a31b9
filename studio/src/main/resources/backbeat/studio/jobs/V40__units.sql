-- Which job has a turn that several jobs share: the same for all processes on the database. It is a job's until that job is over, whoever works on it.
create table job_turn (
    turn varchar(120) primary key,
    job_id varchar(32) not null
);

-- A job's pieces, that any process may do.
create table job_unit (
    job_id varchar(32) not null,
    number integer not null,
    name text not null,
    over boolean not null,
    problem text,
    primary key (job_id, number)
);
create index job_unit_left on job_unit(job_id, over);

-- db-scheduler's table once more, for the pieces: they have threads of their own, so that a day's footage keeps nobody waiting.
create table scheduled_units (
    task_name text not null,
    task_instance text not null,
    task_data ${blob},
    execution_time ${moment} not null,
    picked boolean not null,
    picked_by text,
    last_success ${moment},
    last_failure ${moment},
    consecutive_failures integer,
    last_heartbeat ${moment},
    version bigint not null,
    priority integer,
    primary key (task_name, task_instance)
);
create index scheduled_units_by_urgency on scheduled_units(picked, priority desc, execution_time);
create index scheduled_units_by_heartbeat on scheduled_units(last_heartbeat);
