/**
 * The front door of the engine. {@link Backbeat} reads as the product does: open a work folder, analyse the song, ingest the footage, sync, cut, render. Programs
 * that embed the engine start here; each step's own package holds the rest.
 */
@NullMarked
package backbeat.engine;

import org.jspecify.annotations.NullMarked;
