-- Pieces that people wait for have threads of their own, and so a table of their own.
create table scheduled_awaited_units (
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
create index scheduled_awaited_units_by_time on scheduled_awaited_units(picked, execution_time);
create index scheduled_awaited_units_by_heartbeat on scheduled_awaited_units(last_heartbeat);

-- Nothing competes with the others any more.
drop index scheduled_units_by_urgency;
create index scheduled_units_by_time on scheduled_units(picked, execution_time);
