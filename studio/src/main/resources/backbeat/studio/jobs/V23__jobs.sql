-- Which process does a job, and whether somebody asked to stop it: the one who asks may be another process than the one that works.
alter table job add column worker varchar(120);
alter table job add column stopping boolean;

-- PostgreSQL keeps the scheduler's moments with their zone.
${moments_with_zone}
create index scheduled_tasks_by_picked on scheduled_tasks(picked);
