/**
 * The shot list of each production: rows on the bars of the song, brought as a table or written on the page, with undo. What is read of a table and could not be
 * understood stays with the list until it changes. The rough cut follows it; what a row is, and what a cut makes of it, is the engine's.
 */
@NullMarked
package backbeat.studio.shots;

import org.jspecify.annotations.NullMarked;
