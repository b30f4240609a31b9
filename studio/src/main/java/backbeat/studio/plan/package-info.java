/**
 * The way to the release date: tasks in six stages with owners and due dates, what needs what, what is late and what it holds up, how much lies on each person. The
 * forecast and the load are plain functions of the tasks and of today. Everything that people change here is kept as before and after, and can be undone. Each kind of
 * production begins with tasks of its own (the files beside the migrations), counted back from the release.
 */
@NullMarked
package backbeat.studio.plan;

import org.jspecify.annotations.NullMarked;
