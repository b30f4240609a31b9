/**
 * Long work in the background: asked for, waiting, running with progress, done, failed with its reason, stopped. {@code Jobs} is the only face; that db-scheduler
 * picks the rows and that a job of a killed process is picked again is known here alone. A step may have pieces, which all processes on the database share. What a step does is given from outside ({@code Steps}).
 */
@NullMarked
package backbeat.studio.jobs;

import org.jspecify.annotations.NullMarked;
