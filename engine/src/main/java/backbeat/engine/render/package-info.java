/**
 * Timeline to film.
 *
 * <p>{@link backbeat.engine.render.Render} is the door: it cuts the timeline into chunks (at every shot edge, long shots every five seconds from their start),
 * renders those that the vault does not hold, and joins them by copying over the song, which is encoded once. A chunk's key holds its source by content, the
 * exact source frames, the form of the picture, the encoder's settings and FFmpeg's version, never its place in the song: a changed shot renders alone, a
 * moved one not at all.
 *
 * <p>Which source frame is shown at an output frame is computed exactly here (mixed and variable rates, speeds); FFmpeg is only told the result. Not here:
 * choosing shots, looks, and what FFmpeg's command line looks like.
 */
@NullMarked
package backbeat.engine.render;

import org.jspecify.annotations.NullMarked;
